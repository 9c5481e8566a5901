import { finished } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import type { Encrypted } from "#keys";
import { CopyRows, type Id, idBytes, type Queryable, type Transaction } from "#platform";
import type { FieldName } from "#policy";

/** Whether the vault knows a client, or somebody has an account. */
export async function hasClients(queryable: Queryable): Promise<boolean> {
  const { rows } = await queryable.query<{ has: boolean }>(
    `select exists (select from vault.clients) or exists (select from vault.fields)
       or exists (select from accounts.door_accounts) as has`,
  );
  return rows[0]?.has ?? true;
}

/** A value that a client had from one moment on, perhaps up to another. */
export type PastValue = Encrypted & {
  client: Id<"client">;
  field: FieldName;
  version: number;
  from: Date;
  to: Date | undefined;
};

export async function copyPastValues(
  joining: Transaction,
  values: readonly PastValue[],
): Promise<void> {
  const rows = new CopyRows();
  for (const { client, field, version, from, to, ...kept } of values) {
    rows.begin(9).bytes(idBytes(client)).text(field).integer(version).moment(from);
    if (to) rows.moment(to);
    else rows.bytes(undefined);
    rows.bytes(kept.ciphertext).text(kept.mask).bytes(kept.index).bytes(kept.fingerprint);
  }
  const copying = joining.query(
    copyFrom(
      `copy vault.fields (client, field, version, valid_from, valid_to, ciphertext, mask, index, fingerprint)
       from stdin with (format binary)`,
    ),
  );
  copying.end(rows.end());
  await finished(copying);
}
