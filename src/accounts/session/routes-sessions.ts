import type { KeyObject } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import {
  clientAddress,
  Gathering,
  type HttpContext,
  newId,
  type Queryable,
  type Transaction,
} from "#platform";
import type { Desk } from "../desk.ts";
import { subkey } from "../subkey.ts";
import { browserName } from "./browser-name.ts";
import { AccessOnHold, NotSignedIn } from "./refusals.ts";
import {
  type ClientSession,
  type Holder,
  isOver,
  isSessionHash,
  lifeOf,
  newSecret,
  type Proof,
  parseToken,
  printToken,
  type Session,
  type StaffSession,
  secretBytes,
  sessionHash,
} from "./session.ts";
import {
  devicesOf,
  endSession,
  insertSession,
  isHeld,
  markSeen,
  openSessionsNamed,
  type SessionName,
} from "./store.ts";

const seenEveryMs = 60_000;
const yearSeconds = 31_536_000;

type CookieName = "session" | "device" | "visitor";

/** Who asks, from where, as a request shows it. */
export type Asking = { browser: string; network: string };

type Beginning = Pick<Session, "holder" | "provenAt"> & { now: Date; device: Session["device"] };

/** Sessions as browsers carry them: an opaque token in a cookie, everything else in the database. */
export class Sessions {
  readonly #desk: Desk;
  /** What sessions' secrets are kept by. */
  readonly #key: KeyObject;
  readonly #isSecure: boolean;
  /** In a wave of requests their sessions are looked up together. */
  readonly #found: Gathering<SessionName, { session: Session; secretHash: Buffer }>;
  readonly #read = new WeakMap<Request, Promise<Session | undefined>>();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#key = subkey(desk.key, "session secrets");
    this.#isSecure = desk.publicUrl?.startsWith("https:") ?? false;
    this.#found = new Gathering((names) => openSessionsNamed(desk.database, names));
  }

  /** Who is signed in; it is looked up once a request. */
  async of(context: HttpContext): Promise<Session | undefined> {
    const { raw } = context.req;
    const reading = this.#read.get(raw) ?? this.#open(context);
    this.#read.set(raw, reading);
    return await reading;
  }

  /** The client who is signed in. @throws {NotSignedIn} */
  async client(context: HttpContext): Promise<ClientSession> {
    const session = await this.of(context);
    if (session?.holder.is !== "client") throw new NotSignedIn();
    return { ...session, holder: session.holder };
  }

  /** The member of the staff who is signed in. @throws {NotSignedIn} */
  async staff(context: HttpContext): Promise<StaffSession> {
    const session = await this.of(context);
    if (session?.holder.is !== "staff") throw new NotSignedIn();
    return { ...session, holder: session.holder };
  }

  /**
   * Starts a session in this browser, with a token that nobody had before. What the browser was signed in as is ended.
   * @param joining the session is there, or not, with the caller's transaction
   * @throws {AccessOnHold}
   */
  async start(
    context: HttpContext,
    holder: Holder,
    provenAt: Partial<Record<Proof, Date>>,
    now: Date,
    joining: Transaction,
    device?: Session["device"],
  ): Promise<Session> {
    const before = await this.of(context);
    if (before) await endSession(joining, before.holder, before.id, "replaced", now);
    if (holder.is === "staff" && (await isHeld(joining, holder.id))) throw new AccessOnHold();
    return await this.#begin(context, { holder, provenAt, now, device }, joining);
  }

  async #begin(
    context: HttpContext,
    { holder, provenAt, now, device }: Beginning,
    joining: Transaction,
  ): Promise<Session> {
    const { seconds } = lifeOf(holder, await this.#desk.profile());
    const session: Session = {
      id: newId("session", now),
      holder,
      ...(device && { device }),
      ...this.asking(context),
      startedAt: now,
      seenAt: now,
      endsAt: new Date(now.getTime() + seconds * 1_000),
      provenAt,
    };
    const secret = newSecret();
    await insertSession(joining, session, sessionHash(this.#key, session, secret));
    this.#keep(context, "session", printToken({ holder, id: session.id, secret }));
    this.#read.set(context.req.raw, Promise.resolve(session));
    return session;
  }

  /**
   * The same person proved it again: the session goes on under a new token, unless somebody ended it meanwhile.
   * @throws {NotSignedIn}
   */
  async renew(
    context: HttpContext,
    session: Session,
    proof: Proof,
    now: Date,
    joining: Transaction,
  ): Promise<Session> {
    const { holder, id, device } = session;
    if (!(await endSession(joining, holder, id, "replaced", now))) throw new NotSignedIn();
    const provenAt = { ...session.provenAt, [proof]: now };
    return await this.#begin(context, { holder, provenAt, now, device }, joining);
  }

  /** Signs this browser out. */
  async end(context: HttpContext, now: Date, queryable: Queryable = this.#desk.database) {
    const session = await this.of(context);
    if (session) await endSession(queryable, session.holder, session.id, "signed_out", now);
    this.#keep(context, "session", "");
    this.#read.set(context.req.raw, Promise.resolve(undefined));
  }

  /** Since when a client's device is known; undefined for one that isn't, or was removed. */
  async knownSince({ holder, device }: ClientSession): Promise<Date | undefined> {
    if (device === undefined) return undefined;
    const devices = await devicesOf(this.#desk.database, holder.id);
    return devices.find(({ id }) => id === device)?.firstSeenAt;
  }

  /** The secret by which this browser is known again, made when it has none. */
  device(context: HttpContext): Buffer {
    return this.#secret(context, "device", yearSeconds);
  }

  /** The same secret, of a browser that has one: none is made. */
  knownDevice(context: HttpContext): Buffer | undefined {
    return this.#kept(context, "device");
  }

  /** A secret of this browser until it is closed: what is begun in it before anybody is signed in is bound to it. */
  visitor(context: HttpContext): Buffer {
    return this.#secret(context, "visitor");
  }

  asking(context: HttpContext): Asking {
    return {
      browser: browserName(context.req.header("user-agent")),
      network: clientAddress(context, this.#desk.trustedProxies),
    };
  }

  async #open(context: HttpContext): Promise<Session | undefined> {
    const token = parseToken(getCookie(context, this.#named("session")) ?? "");
    if (!token) return undefined;
    const { database, clock } = this.#desk;
    const [found, profile] = await Promise.all([this.#found.ask(token), this.#desk.profile()]);
    if (!found) return undefined;
    const { session } = found;
    const expected = sessionHash(this.#key, session, token.secret);
    if (!isSessionHash(found.secretHash, expected)) return undefined;
    const now = clock();
    if (isOver(session, profile, now)) return undefined;
    if (!isOfPage(context) && now.getTime() - session.seenAt.getTime() >= seenEveryMs) {
      await markSeen(database, session, now);
    }
    return session;
  }

  #secret(context: HttpContext, name: "device" | "visitor", maxAge?: number): Buffer {
    const kept = this.#kept(context, name);
    if (kept) return kept;
    const secret = newSecret();
    this.#keep(context, name, secret.toString("base64url"), maxAge);
    return secret;
  }

  #kept(context: HttpContext, name: "device" | "visitor"): Buffer | undefined {
    const kept = Buffer.from(getCookie(context, this.#named(name)) ?? "", "base64url");
    return kept.length === secretBytes ? kept : undefined;
  }

  #keep(context: HttpContext, name: CookieName, value: string, maxAge?: number): void {
    setCookie(context, this.#named(name), value, {
      path: "/",
      httpOnly: true,
      secure: this.#isSecure,
      sameSite: "Lax",
      ...(maxAge && { maxAge }),
      ...(value === "" && { maxAge: 0 }),
    });
  }

  /** RFC 6265bis: a browser takes a `__Host-` cookie only from this very host, over TLS. */
  #named(name: string): string {
    return this.#isSecure ? `__Host-${name}` : name;
  }
}

/**
 * Whether an open page asks by itself, as one does that stays live: what it looks at is nobody's act, and a session that
 * is left alone ends though the page stays. Browsers say it (Fetch Metadata); who says it falsely only ends sooner.
 */
function isOfPage({ req }: HttpContext): boolean {
  return req.method === "GET" && req.header("sec-fetch-dest") === "empty";
}
