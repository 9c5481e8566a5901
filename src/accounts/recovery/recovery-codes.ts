import { HoldfastError, type Id, newId, type Queryable, type Transaction } from "#platform";
import { AccountLocked, type ChangeName, makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import type { ClientSession } from "../session/index.ts";
import { codeHash, codesCount, newRecoveryCode, recoveryCodeIn } from "./code-text.ts";
import { beganRecovery, codesLeft, hasCode, replaceCodes, useCode } from "./store.ts";

/** It says nothing of whether there are codes at all. */
export class WrongRecoveryCode extends HoldfastError {
  readonly code = "wrong_recovery_code";
  readonly refusal = "forbidden";
  constructor() {
    super("This isn't one of your recovery codes, or it was used already. Try another one.");
  }
}

/** Which change it is to make new codes now: who holds some that began a recovery replaces them under a settings lock too. */
export async function newCodesChange(
  queryable: Queryable,
  client: Id<"client">,
): Promise<ChangeName> {
  return (await beganRecovery(queryable, client))
    ? "recovery_codes_replaced"
    : "recovery_codes_made";
}

/**
 * Makes ten new codes, in the place of those before.
 * @returns the codes, which nobody can show again
 * @throws {StepUpNeeded} {AccountLocked} and under a settings lock, unless one of those before began a recovery
 */
export async function makeRecoveryCodes(
  desk: Desk,
  session: ClientSession,
  now: Date,
): Promise<string[]> {
  const by = { is: "session", session } as const;
  const name = await newCodesChange(desk.database, session.holder.id);
  return await makeChange(desk, by, name, now, async (changing) => {
    const { joining, change, account, protection } = changing;
    if (protection.account.is === "locked") throw new AccountLocked();
    const codes = await addRecoveryCodes(desk, { joining, change, now }, account.client);
    const values = { when: now, device: session.browser };
    return { result: codes, notice: { template: "recovery_codes_made", values } };
  });
}

/** The same, as a part of a change. */
export async function addRecoveryCodes(
  { key }: Pick<Desk, "key">,
  { joining, change, now }: { joining: Transaction; change: Id<"change">; now: Date },
  client: Id<"client">,
): Promise<string[]> {
  const codes = Array.from({ length: codesCount }, newRecoveryCode);
  const kept = codes.map((code) => ({
    id: newId("code", now),
    hash: codeHash(key, client, code),
  }));
  await replaceCodes(joining, client, kept, change, now);
  return codes;
}

/** Whether this is one of a client's codes that can still be used. The caller limits attempts. */
export async function isRecoveryCode(
  { database, key }: Pick<Desk, "database" | "key">,
  client: Id<"client">,
  typed: string,
): Promise<boolean> {
  const code = recoveryCodeIn(typed);
  return code !== undefined && (await hasCode(database, client, codeHash(key, client, code)));
}

/**
 * Uses up one of a client's codes, as a proof: one that a link brought back to life is none. The caller limits attempts.
 * @returns how many are left
 * @throws {WrongRecoveryCode}
 */
export async function takeRecoveryCode(
  desk: Pick<Desk, "key">,
  joining: Transaction,
  client: Id<"client">,
  typed: string,
  now: Date,
): Promise<number> {
  const { isRevived } = await takeAnyCode(desk, joining, client, typed, now);
  if (isRevived) throw new WrongRecoveryCode();
  return (await codesLeft(joining, client)).left;
}

/** The same, for what has a delay of its own. @throws {WrongRecoveryCode} */
export async function takeAnyCode(
  { key }: Pick<Desk, "key">,
  joining: Transaction,
  client: Id<"client">,
  typed: string,
  now: Date,
): Promise<{ isRevived: boolean }> {
  const code = recoveryCodeIn(typed);
  const used = code && (await useCode(joining, client, codeHash(key, client, code), now));
  if (!used) throw new WrongRecoveryCode();
  return used;
}
