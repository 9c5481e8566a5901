import { HoldfastError, InvalidInput, newId } from "#platform";
import { type Changing, makeChange, requireChangeable } from "../change/index.ts";
import type { Desk } from "../desk.ts";
import { endFactor, insertFactor } from "../factor/index.ts";
import { type ClientSession, endSessions } from "../session/index.ts";
import type { PasswordHasher } from "./hashing.ts";
import { insertPassword, passwordOf } from "./store.ts";
import { charactersMax, charactersMin, type Weakness, weaknessOf } from "./strength.ts";

const attempts = { name: "password_changes", requestsMax: 10, windowSeconds: 3_600 };

/** A new password that isn't taken. It doesn't repeat what was typed. */
class WeakPassword extends InvalidInput {
  readonly weakness: Weakness;
  constructor(weakness: Weakness) {
    super(
      `weak_password_${weakness}`,
      `This password isn't taken: it needs ${charactersMin} to ${charactersMax} characters that nobody would guess. Four words that have nothing to do with each other are a good one.`,
    );
    this.weakness = weakness;
  }
}

/** What was typed as the password in use isn't. */
class WrongCurrentPassword extends HoldfastError {
  readonly code = "wrong_current_password";
  readonly refusal = "forbidden";
  constructor() {
    super("This isn't the password that you use now. Type it again.");
  }
}

/** A password alone opens nothing here. */
class AuthenticatorNeeded extends HoldfastError {
  readonly code = "authenticator_needed";
  readonly refusal = "conflict";
  constructor() {
    super("A password works only together with an authenticator app. Add one first.");
  }
}

/**
 * Refuses what an attacker tries first: common passwords, the firm's name, and what stands before the @ in the address.
 * @param email the address, where its owner typed it; nobody decrypts one for this
 * @throws {WeakPassword}
 */
export async function requireStrong(
  { firm }: Pick<Desk, "firm">,
  password: string,
  email: string,
): Promise<void> {
  const [local = ""] = email.split("@");
  const name = await firm();
  const words = [local, ...local.split(/[^\p{L}\p{N}]+/u), name, ...name.split(/\s+/), "holdfast"];
  const weakness = weaknessOf(password, words);
  if (weakness) throw new WeakPassword(weakness);
}

/** Puts a password in the place of the one that was there, as a part of a change. */
export async function keepPassword(
  { joining, change, account, factors, now }: Changing,
  hash: string,
): Promise<void> {
  const { client } = account;
  for (const { id, kind } of factors) {
    if (kind === "password") await endFactor(joining, client, id, change, now);
  }
  const factor = newId("factor", now);
  await insertFactor(
    joining,
    client,
    { id: factor, kind: "password", name: "", addedAt: now },
    change,
  );
  await insertPassword(joining, client, { factor, hash });
}

/**
 * Sets or changes a password, for which the one in use is needed, if there is one. Every other session is ended.
 * @throws {WeakPassword} {WrongCurrentPassword} {AuthenticatorNeeded} {TooManyRequests} and what `makeChange` throws
 */
export async function changePassword(
  desk: Desk,
  hasher: PasswordHasher,
  session: ClientSession,
  { current, next, email }: { current: string; next: string; email: string },
  now: Date,
): Promise<void> {
  const { holder } = session;
  await requireChangeable(desk, session, "password_changed", now); // or a stolen session could try passwords here
  await desk.limits(attempts)(holder.id);
  await requireStrong(desk, next, email);
  const kept = await passwordOf(desk.database, holder.id);
  if (kept && !(await hasher.verify(current, kept.hash))) throw new WrongCurrentPassword();
  const hash = await hasher.hash(next);
  const by = { is: "session", session } as const;
  await makeChange(desk, by, "password_changed", now, async (changing) => {
    const { joining, factors } = changing;
    if (!factors.some(({ kind }) => kind === "authenticator")) throw new AuthenticatorNeeded();
    await keepPassword(changing, hash);
    await endSessions(joining, holder, "password_changed", now, session.id);
    const values = { when: now, device: session.browser };
    return { result: undefined, notice: { template: "password_changed", values } };
  });
}
