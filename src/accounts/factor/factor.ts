import type { Id } from "#platform";
import type { Profile } from "#policy";
import { type Proof, type Session, StepUpNeeded } from "../session/index.ts";

export const factorKinds = ["passkey", "authenticator", "password"] as const;

/** What a client signs in with. */
export type Factor = {
  id: Id<"factor">;
  kind: (typeof factorKinds)[number];
  /** What its owner calls it. */
  name: string;
  addedAt: Date;
  usedAt: Date | undefined;
};

/**
 * The strongest that a client has. A password alone is none: whoever has only that, stolen or guessed, changes
 * nothing (NIST SP 800-63B-4 §4.1.2.1: adding one takes the highest assurance that there is).
 */
export function strongestOf(
  factors: readonly Pick<Factor, "kind">[],
): "passkey" | "authenticator" | undefined {
  if (factors.some(({ kind }) => kind === "passkey")) return "passkey";
  return factors.some(({ kind }) => kind === "authenticator") ? "authenticator" : undefined;
}

/** Whether the strongest factor was proven in this session a short while ago. */
export function isFresh(
  session: Session,
  proof: Proof,
  { step_up_seconds: seconds }: Profile,
  now: Date,
): boolean {
  const at = session.provenAt[proof];
  return at !== undefined && now.getTime() - at.getTime() < seconds * 1_000;
}

/** @throws {StepUpNeeded} with the factor to prove */
export function requireStrongest(
  session: Session,
  factors: readonly Pick<Factor, "kind">[],
  profile: Profile,
  now: Date,
): void {
  const strongest = strongestOf(factors);
  if (!strongest || !isFresh(session, strongest, profile, now)) {
    throw new StepUpNeeded(strongest ?? "passkey");
  }
}

/**
 * Whether somebody can sign in with these: with a passkey, or with a password and an authenticator together, which
 * are one way.
 */
export function canSignIn(factors: readonly Pick<Factor, "kind">[]): boolean {
  const has = (kind: Factor["kind"]) => factors.some((factor) => factor.kind === kind);
  return has("passkey") || (has("password") && has("authenticator"));
}
