import { HoldfastError, type Id, type Transaction, transaction } from "#platform";
import { takeCode } from "../authenticator/index.ts";
import { makeChange, reviveForOwner } from "../change/index.ts";
import { provesMasterKey, WrongMasterKey } from "../master-key/index.ts";
import type { Accounts } from "../open.ts";
import { takeRecoveryCode } from "../recovery/index.ts";
import { attemptsMax, type SignIn } from "./sign-in.ts";
import { markProven, takeAttempt } from "./store.ts";

const codes = { name: "codes", requestsMax: 15, windowSeconds: 3_600 };

/** Too long ago, too often wrong, or finished: the password is asked for again. */
export class SignInOver extends HoldfastError {
  readonly code = "sign_in_over";
  readonly refusal = "forbidden";
  constructor() {
    super("This sign-in is over. Begin again with your e-mail address and your password.");
  }
}

/** What stands beside the password. */
export type Second =
  | { is: "code"; typed: string }
  | { is: "recovery_code"; typed: string }
  | { is: "master_key"; typed: string };

/** Takes one of a client's attempts at codes: at sign-in, step-up and reset together. @throws {TooManyRequests} */
export async function takeCodeAttempt(
  { desk }: Pick<Accounts, "desk">,
  client: Id<"client">,
): Promise<void> {
  await desk.limits(codes)(client);
}

/**
 * Proves the second factor of a sign-in, once. What is no authenticator's code is told to the owner on every channel; under
 * a lock an authenticator lives again by it that was ended, if that was taken back: with it the account is unlocked.
 * @throws {SignInOver} {CodeRefused} {WrongRecoveryCode} {WrongMasterKey} {TooManyRequests}
 */
export async function proveSecond(
  accounts: Pick<Accounts, "desk" | "sealing">,
  signIn: SignIn,
  second: Second,
  now: Date,
): Promise<void> {
  const { desk, sealing } = accounts;
  const { client, browser: device } = signIn;
  await takeCodeAttempt(accounts, client);
  if (!(await takeAttempt(desk.database, signIn, attemptsMax))) throw new SignInOver();
  const prove = async (joining: Transaction) => {
    if (!(await markProven(joining, signIn, now))) throw new SignInOver();
  };
  const by = { is: "proof", client } as const;
  switch (second.is) {
    case "code":
      return await transaction(desk.database, async (joining) => {
        await takeCode(joining, sealing, client, second.typed, now);
        await prove(joining);
      });
    case "recovery_code":
      return await makeChange(desk, by, "recovery_code_used", now, async (changing) => {
        const { joining } = changing;
        const left = await takeRecoveryCode(desk, joining, client, second.typed, now);
        await prove(joining);
        await reviveForOwner(changing);
        const values = { when: now, device, left };
        return { result: undefined, notice: { template: "recovery_code_used", values } };
      });
    case "master_key":
      if (!(await provesMasterKey(desk, client, second.typed))) throw new WrongMasterKey();
      return await makeChange(desk, by, "master_key_used", now, async (changing) => {
        await prove(changing.joining);
        await reviveForOwner(changing);
        const values = { when: now, device };
        return { result: undefined, notice: { template: "master_key_used", values } };
      });
  }
}
