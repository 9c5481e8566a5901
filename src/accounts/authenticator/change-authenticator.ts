import { HoldfastError, type Id } from "#platform";
import { type Changing, makeChange } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { endFactor } from "../factor/index.ts";
import { LastWayIn } from "../passkey/index.ts";
import type { ClientSession } from "../session/index.ts";
import { addAuthenticator, firstStep, type SetUp } from "./authenticator.ts";

class TooManyAuthenticators extends HoldfastError {
  readonly code = "too_many_authenticators";
  readonly refusal = "conflict";
  constructor(most: number) {
    super(`An account has ${most} authenticator apps at most. Replace the one that is there.`);
  }
}

export class NoSuchAuthenticator extends HoldfastError {
  readonly code = "no_such_authenticator";
  readonly refusal = "not_found";
  constructor() {
    super("This account has no such authenticator app any more. Look at the page again.");
  }
}

/**
 * Adds an authenticator app that proves itself by a code, in the place of another where one is named.
 * @throws {CodeRefused} {TooManyAuthenticators} {NoSuchAuthenticator} and what `makeChange` throws
 */
export async function changeAuthenticator(
  desk: Desk,
  session: ClientSession,
  { setUp, typed, replaces }: { setUp: SetUp; typed: string; replaces?: Id<"factor"> | undefined },
  now: Date,
): Promise<void> {
  const step = firstStep(setUp, typed, now);
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "authenticator_added", now, async (changing) => {
    const { joining, change, account, factors, profile } = changing;
    const { client } = account;
    if (replaces) await end(changing, replaces);
    const left = factors.filter(({ id, kind }) => kind === "authenticator" && id !== replaces);
    const most = profile.authenticators_max;
    if (left.length >= most) throw new TooManyAuthenticators(most);
    await addAuthenticator({ joining, change, now }, client, setUp, step);
    const values = { when: now, device: session.browser };
    const notice = { template: "authenticator_added", values };
    return { result: undefined, details: { subject: setUp.factor }, notice };
  });
}

/**
 * Removes an authenticator app; with the last one goes the password, which alone opens nothing.
 * @throws {LastWayIn} {NoSuchAuthenticator} and what `makeChange` throws
 */
export async function removeAuthenticator(
  desk: Desk,
  session: ClientSession,
  factor: Id<"factor">,
  now: Date,
): Promise<void> {
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "authenticator_removed", now, async (changing) => {
    const { joining, change, account, factors } = changing;
    await end(changing, factor);
    const left = factors.filter(({ id }) => id !== factor);
    if (!left.some(({ kind }) => kind === "authenticator")) {
      if (!left.some(({ kind }) => kind === "passkey")) throw new LastWayIn();
      for (const { id, kind } of left) {
        if (kind === "password") await endFactor(joining, account.client, id, change, now);
      }
    }
    const values = { when: now, device: session.browser };
    const notice = { template: "authenticator_removed", values };
    return { result: undefined, details: { subject: factor }, notice };
  });
}

async function end(
  { joining, change, account, factors, now }: Changing,
  factor: Id<"factor">,
): Promise<void> {
  const isOne = factors.some(({ id, kind }) => id === factor && kind === "authenticator");
  const isEnded = isOne && (await endFactor(joining, account.client, factor, change, now));
  if (!isEnded) throw new NoSuchAuthenticator();
}
