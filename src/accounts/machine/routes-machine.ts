import { clientAddress, type HttpContext } from "#platform";
import type { Desk } from "../desk.ts";
import { type ApiKey, apiKeyIn } from "./api-key.ts";
import { ApiKeyRefused, ScopeMissing } from "./refusals.ts";
import type { Scope } from "./scope.ts";

const requests = { name: "api_key", requestsMax: 3_000, windowSeconds: 60 };
/** Of one address, with keys that are none. */
const misses = { name: "api_key_misses", requestsMax: 30, windowSeconds: 60 };

/** The firm's own systems, as they show their keys. */
export class Machines {
  readonly #desk: Desk;
  readonly #takeRequest: (key: string) => Promise<void>;
  readonly #takeMiss: (address: string) => Promise<void>;
  readonly #asking = new WeakMap<Request, ApiKey>();

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#takeRequest = desk.limits(requests);
    this.#takeMiss = desk.limits(misses);
  }

  /** Lets a request on that shows a key with this scope. It stands before the route's handler. */
  requires(scope: Scope) {
    return async (context: HttpContext, next: () => Promise<void>): Promise<void> => {
      this.#asking.set(context.req.raw, await this.ask(context, scope));
      await next();
    };
  }

  /** The key of a request that `requires` let on. */
  of(context: HttpContext): ApiKey {
    const key = this.#asking.get(context.req.raw);
    if (!key) throw new Error("the route requires no key");
    return key;
  }

  /** The key that a request shows. @throws {ApiKeyRefused} {ScopeMissing} {TooManyRequests} */
  async ask(context: HttpContext, scope: Scope): Promise<ApiKey> {
    const { database, clock, trustedProxies } = this.#desk;
    const [, token = ""] = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "") ?? [];
    const key = await apiKeyIn(database, token, clock());
    if (!key) {
      await this.#takeMiss(clientAddress(context, trustedProxies));
      throw new ApiKeyRefused();
    }
    await this.#takeRequest(key.id);
    if (!key.scopes.includes(scope)) throw new ScopeMissing(scope);
    return key;
  }
}
