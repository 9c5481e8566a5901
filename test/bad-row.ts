import { connected, type Id, uuidOf } from "#platform";
import type { TestSite } from "./site.ts";

type Row = { table: string; column?: string; id: Id<string> };

/** A row that the database lets nobody change until this is disposed of: whatever is done with it fails. */
export async function openBadRow(
  { opened }: Pick<TestSite, "opened">,
  { table, column = "id", id }: Row,
): Promise<AsyncDisposable> {
  await connected(opened.ownerUrl, async (owner) => {
    await owner.query(
      `create or replace function public.refuse() returns trigger language plpgsql
       as 'begin raise exception ''this row is bad''; end'`,
    );
    await owner.query(
      `create trigger bad_row before update or delete on ${table} for each row
       when (old.${column} = '${uuidOf(id)}') execute function public.refuse()`,
    );
  });
  return {
    [Symbol.asyncDispose]: () =>
      connected(opened.ownerUrl, async (owner) => {
        await owner.query(`drop trigger bad_row on ${table}`);
      }),
  };
}
