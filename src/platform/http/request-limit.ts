import { createHmac } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/index.ts";
import { HoldfastError } from "../errors.ts";
import { type Asking, clientAddress } from "./client-address.ts";
import { addressSalt, countRequest } from "./store.ts";

const addressesCountedMax = 10_000;

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
export type TakeRequest = (asking: Asking) => Promise<void>;

/**
 * Limits that hold across processes, because they are counted in PostgreSQL, in fixed windows.
 * Addresses are kept only as keyed hashes, and only until the window is over. While the database is away each
 * process counts for itself: who needs an answer still gets it.
 */
export function requestLimits(
  database: Database,
  clock: Clock,
  trustedProxies: number,
): (options: RequestLimitOptions) => TakeRequest {
  let salt: Promise<string> | undefined;
  const bucketOf = async (name: string, address: string) => {
    salt ??= addressSalt(database).catch((error) => {
      salt = undefined;
      throw error;
    });
    const hash = createHmac("sha256", await salt)
      .update(address)
      .digest("base64url");
    return `${name}:${hash.slice(0, 22)}`;
  };
  return ({ name, requestsMax, windowSeconds }) => {
    const countHere = countInMemory();
    return async (asking) => {
      const address = clientAddress(asking, trustedProxies);
      const windowMs = windowSeconds * 1000;
      const now = clock().getTime();
      const start = now - (now % windowMs);
      const count = await bucketOf(name, address)
        .then((bucket) => countRequest(database, bucket, new Date(start)))
        .catch(() => countHere(address, start));
      if (count > requestsMax) {
        const wait = Math.max(1, Math.ceil((start + windowMs - now) / 1000));
        throw new TooManyRequests(requestsMax, windowSeconds, wait);
      }
    };
  };
}

/** Counts in one window at a time; what doesn't fit any more is counted together. */
function countInMemory(): (address: string, windowStart: number) => number {
  let counts = new Map<string, number>();
  let window = 0;
  return (address, windowStart) => {
    if (windowStart !== window) counts = new Map();
    window = windowStart;
    const key = counts.size < addressesCountedMax || counts.has(address) ? address : "others";
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}
