import { createHmac } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/index.ts";
import { HoldfastError } from "../errors.ts";
import { clientAddress } from "./client-address.ts";
import type { HttpContext } from "./environment.ts";
import { addressSalt, countRequest } from "./store.ts";

export class TooManyRequests extends HoldfastError {
  override readonly name = "TooManyRequests";
  readonly code = "too_many_requests";
  readonly refusal = "too_many";
  readonly retryAfterSeconds: number;
  constructor(requestsMax: number, windowSeconds: number, retryAfterSeconds: number) {
    super(
      `That is more than ${requestsMax} requests in ${windowSeconds} seconds. ` +
        `Wait ${retryAfterSeconds} seconds and try again.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type RequestLimitOptions = {
  /** What is limited, such as `checks`: each name counts for itself. */
  name: string;
  requestsMax: number;
  windowSeconds: number;
};

/** Takes one request of the asking address from a limit, or throws `TooManyRequests`. */
export type TakeRequest = (context: HttpContext) => Promise<void>;

/**
 * Limits that hold across processes, because they are counted in PostgreSQL, in fixed windows.
 * Addresses are kept only as keyed hashes, and only until the window is over.
 */
export function requestLimits(
  database: Database,
  clock: Clock,
  trustedProxies: number,
): (options: RequestLimitOptions) => TakeRequest {
  let salt: Promise<string> | undefined;
  return ({ name, requestsMax, windowSeconds }) =>
    async (context) => {
      salt ??= addressSalt(database);
      const address = clientAddress(context, trustedProxies);
      const hash = createHmac("sha256", await salt)
        .update(address)
        .digest("base64url");
      const windowMs = windowSeconds * 1000;
      const now = clock().getTime();
      const start = now - (now % windowMs);
      const count = await countRequest(database, `${name}:${hash.slice(0, 22)}`, new Date(start));
      if (count > requestsMax) {
        const wait = Math.max(1, Math.ceil((start + windowMs - now) / 1000));
        throw new TooManyRequests(requestsMax, windowSeconds, wait);
      }
    };
}
