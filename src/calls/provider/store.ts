import type { Transaction } from "#platform";

/** Takes what the provider told, by its id. @returns false when it was taken before, in whichever process */
export async function takeTold(joining: Transaction, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await joining.query(
    `insert into calls.provider_events (id, taken_at) values ($1::text, $2::timestamptz)
     on conflict do nothing`,
    [id, now],
  );
  return rowCount === 1;
}
