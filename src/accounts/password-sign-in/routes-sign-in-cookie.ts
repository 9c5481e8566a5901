import { timingSafeEqual } from "node:crypto";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { type HttpContext, isId, newId } from "#platform";
import type { Accounts } from "../open.ts";
import { hashOf, newSecret } from "../session/index.ts";
import { type OwnPassword, WrongPassword } from "./first-factor.ts";
import type { SignIn } from "./sign-in.ts";
import { insertSignIn, openSignIn } from "./store.ts";

const secretBytes = 32;

/** Half-done sign-ins as browsers carry them: in a cookie of their own, which is no session. */
export class SignIns {
  readonly #accounts: Pick<Accounts, "desk" | "sessions">;
  readonly #name: string;

  constructor(accounts: Pick<Accounts, "desk" | "sessions">) {
    this.#accounts = accounts;
    this.#name = this.#isSecure() ? "__Host-sign-in" : "sign-in";
  }

  /** The password was right: the rest is asked of this browser. @throws {WrongPassword} when it was changed since */
  async begin(context: HttpContext, { client, factor }: OwnPassword, now: Date): Promise<void> {
    const { desk, sessions } = this.#accounts;
    const { sign_in_seconds: seconds } = await desk.profile();
    const endsAt = new Date(now.getTime() + seconds * 1_000);
    const id = newId("signin", now);
    const secret = newSecret();
    const begun = { client, id, ...sessions.asking(context), beganAt: now, endsAt };
    if (!(await insertSignIn(desk.database, begun, factor, hashOf(secret)))) {
      throw new WrongPassword();
    }
    setCookie(context, this.#name, `${client}.${id}.${secret.toString("base64url")}`, {
      path: "/",
      httpOnly: true,
      secure: this.#isSecure(),
      sameSite: "Lax",
    });
  }

  /** The one that this browser is on; undefined when there is none, or it is over. */
  async of(context: HttpContext, now: Date): Promise<SignIn | undefined> {
    const [client = "", id = "", text = ""] = (getCookie(context, this.#name) ?? "").split(".");
    const secret = Buffer.from(text, "base64url");
    if (!isId("client", client) || !isId("signin", id) || secret.length !== secretBytes) return;
    const found = await openSignIn(this.#accounts.desk.database, client, id, now);
    return found && timingSafeEqual(hashOf(secret), found.secretHash) ? found.signIn : undefined;
  }

  forget(context: HttpContext): void {
    deleteCookie(context, this.#name, { path: "/", secure: this.#isSecure() });
  }

  #isSecure(): boolean {
    return this.#accounts.desk.publicUrl?.startsWith("https:") ?? false;
  }
}
