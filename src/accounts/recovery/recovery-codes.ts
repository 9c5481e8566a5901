import { HoldfastError, type Id, newId, type Transaction } from "#platform";
import { makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import type { ClientSession } from "../session/index.ts";
import { codeHash, codesCount, newRecoveryCode, recoveryCodeIn } from "./code-text.ts";
import { codesLeft, hasCode, replaceCodes, useCode } from "./store.ts";

/** It says nothing of whether there are codes at all. */
export class WrongRecoveryCode extends HoldfastError {
  override readonly name = "WrongRecoveryCode";
  readonly code = "wrong_recovery_code";
  readonly refusal = "forbidden";
  constructor() {
    super("This isn't one of your recovery codes, or it was used already. Try another one.");
  }
}

/**
 * Makes ten new codes, in the place of those before.
 * @returns the codes, which nobody can show again
 * @throws {StepUpNeeded} and while a lock is on
 */
export async function makeRecoveryCodes(
  desk: Desk,
  session: ClientSession,
  now: Date,
): Promise<string[]> {
  const by = { is: "session", session } as const;
  return await makeChange(desk, by, "recovery_codes_made", now, async (changing) => {
    const { joining, change, account } = changing;
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
 * Uses up one of a client's codes. The caller limits attempts.
 * @returns how many are left
 * @throws {WrongRecoveryCode}
 */
export async function takeRecoveryCode(
  { key }: Pick<Desk, "key">,
  joining: Transaction,
  client: Id<"client">,
  typed: string,
  now: Date,
): Promise<number> {
  const code = recoveryCodeIn(typed);
  if (code === undefined) throw new WrongRecoveryCode();
  if (!(await useCode(joining, client, codeHash(key, client, code), now))) {
    throw new WrongRecoveryCode();
  }
  return (await codesLeft(joining, client)).left;
}
