import { createHash, createHmac, type KeyObject, randomBytes, timingSafeEqual } from "node:crypto";
import { type Id, isId } from "#platform";
import type { Profile } from "#policy";

export const secretBytes = 32;

/** What a person proves with at sign-in or step-up. `provider` is the firm's identity provider, for staff. */
export const proofs = ["passkey", "authenticator", "password", "provider"] as const;
export type Proof = (typeof proofs)[number];

export type Holder = { is: "client"; id: Id<"client"> } | { is: "staff"; id: Id<"staff"> };

/** Somebody who is signed in, in one browser. */
export type Session<Who extends Holder = Holder> = {
  id: Id<"session">;
  holder: Who;
  device?: Id<"device">;
  /** Such as `Firefox on Windows`: one of a closed list (`deviceName`), never what a browser says of itself. */
  browser: string;
  /** An IPv4 address or an IPv6 /64. */
  network: string;
  startedAt: Date;
  seenAt: Date;
  endsAt: Date;
  /** When each was last proven in this session. */
  provenAt: Readonly<Partial<Record<Proof, Date>>>;
};

export type ClientSession = Session<Extract<Holder, { is: "client" }>>;
export type StaffSession = Session<Extract<Holder, { is: "staff" }>>;

/** What stands in the cookie: who, which session, and a secret that only the browser has. */
export type SessionToken = { holder: Holder; id: Id<"session">; secret: Buffer };

export function newSecret(): Buffer {
  return randomBytes(secretBytes);
}

/** Secrets are 256 random bits: a plain hash of one can't be turned back. */
export function hashOf(secret: Uint8Array): Buffer {
  return createHash("sha256").update(secret).digest();
}

export function isSecretOf(hash: Uint8Array, secret: Uint8Array): boolean {
  return isSessionHash(hash, hashOf(secret));
}

/**
 * What is kept of a session's secret: bound to its holder, its id and what was proven in it, by a key that the database
 * doesn't hold. A row that somebody writes there signs nobody in, none can be given to another holder, and none proves more.
 */
export function sessionHash(
  key: KeyObject,
  { holder, id, provenAt }: Pick<Session, "holder" | "id" | "provenAt">,
  secret: Uint8Array,
): Buffer {
  const proven = proofs.map((proof) => provenAt[proof]?.toISOString() ?? "").join(" ");
  return createHmac("sha256", key).update(`${holder.id} ${id} ${proven}\n`).update(secret).digest();
}

export function isSessionHash(hash: Uint8Array, expected: Uint8Array): boolean {
  return hash.length === expected.length && timingSafeEqual(hash, expected);
}

export function printToken({ holder, id, secret }: SessionToken): string {
  return `${holder.id}.${id}.${secret.toString("base64url")}`;
}

/** Undefined for anything that isn't a token as we print it. */
export function parseToken(text: string): SessionToken | undefined {
  const [holderId = "", id = "", secretText = "", ...more] = text.split(".");
  const holder = holderFrom(holderId);
  const secret = Buffer.from(secretText, "base64url");
  const isWhole = more.length === 0 && secret.length === secretBytes;
  if (!holder || !isId("session", id) || !isWhole) return undefined;
  return { holder, id, secret };
}

/** When a session of this kind ends at the latest, and after which silence it ends. */
export function lifeOf(holder: Holder, profile: Profile): { idleSeconds: number; seconds: number } {
  return holder.is === "client"
    ? { idleSeconds: profile.session_idle_seconds, seconds: profile.session_seconds_max }
    : {
        idleSeconds: profile.staff_session_idle_seconds,
        seconds: profile.staff_session_seconds_max,
      };
}

export function isOver(session: Session, profile: Profile, now: Date): boolean {
  const { idleSeconds } = lifeOf(session.holder, profile);
  const idleMs = now.getTime() - session.seenAt.getTime();
  return now >= session.endsAt || idleMs >= idleSeconds * 1_000;
}

function holderFrom(id: string): Holder | undefined {
  if (isId("client", id)) return { is: "client", id };
  return isId("staff", id) ? { is: "staff", id } : undefined;
}
