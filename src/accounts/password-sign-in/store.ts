import { type Id, idFrom, type Queryable, type Transaction, uuidOf } from "#platform";
import type { SignIn, Stage } from "./sign-in.ts";

/** Begins a sign-in by a password that is still the client's: false when it was changed since it was compared. */
export async function insertSignIn(
  queryable: Queryable,
  { client, id, browser, network, beganAt, endsAt }: Omit<SignIn, "stage">,
  password: Id<"factor">,
  secretHash: Uint8Array,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `insert into accounts.sign_ins (client, id, secret_hash, browser, network, began_at, ends_at)
     select client, $2::uuid, $3::bytea, $4::text, $5::text, $6::timestamptz, $7::timestamptz
     from accounts.factors where client = $1::uuid and id = $8::uuid and ended_at is null for share`,
    [uuidOf(client), uuidOf(id), secretHash, browser, network, beganAt, endsAt, uuidOf(password)],
  );
  return rowCount === 1;
}

type SignInRow = {
  secret_hash: Buffer;
  browser: string;
  network: string;
  began_at: Date;
  ends_at: Date;
  proven_at: Date | null;
  device: string | null;
};

/** A sign-in that is still under way, with the hash of its secret. */
export async function openSignIn(
  queryable: Queryable,
  client: Id<"client">,
  id: Id<"signin">,
  now: Date,
): Promise<{ signIn: SignIn; secretHash: Buffer } | undefined> {
  const { rows } = await queryable.query<SignInRow>(
    `select secret_hash, browser, network, began_at, ends_at, proven_at, device from accounts.sign_ins
     where client = $1::uuid and id = $2::uuid and ended_at is null and ends_at > $3::timestamptz`,
    [uuidOf(client), uuidOf(id), now],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { secret_hash, browser, network, began_at: beganAt, ends_at: endsAt } = row;
  const stage = stageFrom(row);
  return {
    signIn: { client, id, browser, network, beganAt, endsAt, stage },
    secretHash: secret_hash,
  };
}

/**
 * What sign-ins of a client wait for now: a code of the second factor, or the approval of a device. Whoever has the
 * client on the phone wants just that.
 */
export async function pendingChallenges(
  queryable: Queryable,
  client: Id<"client">,
  now: Date,
): Promise<("two_factor_code" | "device_approval_code")[]> {
  const { rows } = await queryable.query<{ code: boolean | null; device: boolean | null }>(
    `select bool_or(proven_at is null) as code, bool_or(device is not null) as device from accounts.sign_ins
     where client = $1::uuid and ended_at is null and ends_at > $2::timestamptz`,
    [uuidOf(client), now],
  );
  const [row] = rows;
  return [
    ...(row?.code ? (["two_factor_code"] as const) : []),
    ...(row?.device ? (["device_approval_code"] as const) : []),
  ];
}

/** Takes one of a sign-in's attempts: of those who try at once, no more than `most` get true. */
export async function takeAttempt(
  queryable: Queryable,
  { client, id }: Pick<SignIn, "client" | "id">,
  most: number,
): Promise<boolean> {
  const { rowCount } = await queryable.query(
    `update accounts.sign_ins set attempts = attempts + 1
     where client = $1::uuid and id = $2::uuid and ended_at is null and proven_at is null
       and attempts < $3::integer`,
    [uuidOf(client), uuidOf(id), most],
  );
  return rowCount === 1;
}

export async function markProven(
  joining: Transaction,
  { client, id }: Pick<SignIn, "client" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.sign_ins set proven_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and ended_at is null and proven_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
  return rowCount === 1;
}

/** From now on it waits for its device, at least as long as the link that approves it. */
export async function awaitDevice(
  joining: Transaction,
  { client, id }: Pick<SignIn, "client" | "id">,
  device: Id<"device">,
  until: Date,
): Promise<void> {
  await joining.query(
    `update accounts.sign_ins set device = $3::uuid, ends_at = greatest(ends_at, $4::timestamptz)
     where client = $1::uuid and id = $2::uuid and ended_at is null and proven_at is not null`,
    [uuidOf(client), uuidOf(id), uuidOf(device), until],
  );
}

/** Ends a sign-in: of two who finish it at once, one gets true. */
export async function endSignIn(
  joining: Transaction,
  { client, id }: Pick<SignIn, "client" | "id">,
  now: Date,
): Promise<boolean> {
  const { rowCount } = await joining.query(
    `update accounts.sign_ins set ended_at = $3::timestamptz
     where client = $1::uuid and id = $2::uuid and ended_at is null`,
    [uuidOf(client), uuidOf(id), now],
  );
  return rowCount === 1;
}

/** Ends everything that was on the way in by a moment. */
export async function endAllSignIns(queryable: Queryable, by: Date): Promise<void> {
  await queryable.query(
    `update accounts.sign_ins set ended_at = $1::timestamptz
     where ended_at is null and began_at <= $1::timestamptz`,
    [by],
  );
}

/** Forgets sign-ins that were over before a time. */
export async function forgetSignIns(queryable: Queryable, before: Date): Promise<void> {
  await queryable.query("delete from accounts.sign_ins where ends_at < $1::timestamptz", [before]);
}

function stageFrom({ proven_at: at, device }: SignInRow): Stage {
  if (!at) return { is: "code" };
  return device === null
    ? { is: "proven", at }
    : { is: "device", at, device: idFrom("device", device) };
}
