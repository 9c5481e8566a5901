import { HoldfastError, type Id, InvalidInput, newId, type Transaction, timeOf } from "#platform";
import { insertFactor, markUsed } from "../factor/index.ts";
import { digitsIn, newAuthenticatorKey, skewOf, stepOf } from "./code.ts";
import type { KeySealing } from "./key-sealing.ts";
import { authenticatorsOf, insertAuthenticator, takeStep } from "./store.ts";

const setUpMs = 30 * 60_000;

/** An authenticator that is being set up: what its page shows, and what comes back with the first code. */
export type SetUp = { factor: Id<"factor">; key: string; sealed: string };

/** The code isn't right, or was used. `skewSeconds` says by how much the phone's clock is ahead, where that is safe to tell. */
export class CodeRefused extends HoldfastError {
  readonly code = "code_refused";
  readonly refusal = "forbidden";
  readonly skewSeconds: number | undefined;
  constructor(skewSeconds?: number) {
    super(
      "This code isn't right, or was used already. Wait for the next one in your authenticator app, and check that your phone sets its clock by itself.",
    );
    this.skewSeconds = skewSeconds;
  }
}

/** The page stood open for too long, its authenticator was added before, or the form isn't ours. */
export class SetUpOver extends InvalidInput {
  constructor() {
    super(
      "set_up_over",
      "This page was open for too long or used before. Begin again with the new key.",
    );
  }
}

export function beginSetUp(sealing: KeySealing, client: Id<"client">, now: Date): SetUp {
  const factor = newId("factor", now);
  const key = newAuthenticatorKey();
  const sealed = sealing.seal(key, { client, factor }).toString("base64url");
  return { factor, key, sealed };
}

/** A set-up as its form sends it back; undefined when it isn't this client's, or is too old. */
export function readSetUp(
  sealing: KeySealing,
  client: Id<"client">,
  { factor, sealed }: Omit<SetUp, "key">,
  now: Date,
): SetUp | undefined {
  const ageMs = now.getTime() - timeOf(factor).getTime();
  if (ageMs < 0 || ageMs > setUpMs) return undefined;
  const key = sealing.open(Buffer.from(sealed, "base64url"), { client, factor });
  return key === undefined ? undefined : { factor, key, sealed };
}

/** The step of the first code of a set-up. @throws {CodeRefused} with the clock's error, where it is the clock */
export function firstStep({ key }: SetUp, typed: string, now: Date): number {
  const digits = digitsIn(typed);
  if (digits === undefined) throw new CodeRefused();
  const step = stepOf(key, digits, now, 0);
  if (step === undefined) throw new CodeRefused(skewOf(key, digits, now));
  return step;
}

/** Adds an authenticator whose first code was right, as a part of a change. @throws {SetUpOver} when it was added before */
export async function addAuthenticator(
  { joining, change, now }: { joining: Transaction; change: Id<"change">; now: Date },
  client: Id<"client">,
  { factor, sealed }: SetUp,
  step: number,
): Promise<void> {
  const kept = { id: factor, kind: "authenticator", name: "", addedAt: now } as const;
  if (!(await insertFactor(joining, client, kept, change))) throw new SetUpOver();
  const sealedKey = Buffer.from(sealed, "base64url");
  await insertAuthenticator(joining, client, { factor, sealedKey, lastStep: step });
}

/**
 * Takes a code of one of a client's authenticators, once: whoever sends it again, or at the same moment, is refused.
 * The caller limits attempts.
 * @throws {CodeRefused}
 */
export async function takeCode(
  joining: Transaction,
  sealing: KeySealing,
  client: Id<"client">,
  typed: string,
  now: Date,
): Promise<Id<"factor">> {
  const digits = digitsIn(typed);
  const kept = digits === undefined ? [] : await authenticatorsOf(joining, client);
  for (const { factor, sealedKey, lastStep } of kept) {
    const key = sealing.open(sealedKey, { client, factor });
    if (key === undefined) throw new Error("an authenticator's key can't be opened with this key");
    const step = stepOf(key, digits ?? "", now, lastStep);
    if (step !== undefined && (await takeStep(joining, client, factor, step))) {
      await markUsed(joining, client, factor, now);
      return factor;
    }
  }
  throw new CodeRefused();
}
