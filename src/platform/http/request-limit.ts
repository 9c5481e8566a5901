import { createHmac } from "node:crypto";
import type { Database } from "../database/index.ts";
import { HoldfastError } from "../errors.ts";
import type { Clock } from "../time/index.ts";
import { type Asking, clientAddress } from "./client-address.ts";
import { addressSalt, countRequest } from "./store.ts";

const addressesCountedMax = 10_000;

export class TooManyRequests extends HoldfastError {
  readonly code = "too_many_requests";
  readonly refusal = "too_many";
  readonly retryAfterSeconds: number;
  constructor(
    { requestsMax, windowSeconds, counted = "requests" }: RequestLimitOptions,
    retryAfterSeconds: number,
  ) {
    super(
      `That is more than ${requestsMax} ${counted} in ${windowSeconds} seconds. ` +
        `Wait ${retryAfterSeconds} seconds and try again.`,
    );
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

type RequestLimitOptions = {
  /** What is limited, such as `checks`: each name counts for itself. */
  name: string;
  requestsMax: number;
  windowSeconds: number;
  /** What is counted, in its plural: requests, if nothing is said. */
  counted?: string;
};

/** Takes one request of the asking address from a limit, or throws `TooManyRequests`. */
export type TakeRequest = (asking: Asking) => Promise<void>;

/** Takes one attempt of a key, such as an account's, or several, from a limit, or throws `TooManyRequests` and takes none. */
export type KeyedLimits = (
  options: RequestLimitOptions,
) => (key: string, attempts?: number) => Promise<void>;

/**
 * Limits that hold across processes, because they are counted in PostgreSQL, in fixed windows.
 * Keys are kept only as keyed hashes, and only until the window is over. Without the database nobody gets an attempt.
 */
export function keyedLimits(database: Database, clock: Clock): KeyedLimits {
  const count = countInDatabase(database);
  return (options) =>
    async (key, attempts = 1) => {
      const start = windowStart(options, clock());
      const counted = await count(options, key, start, attempts);
      if (counted > options.requestsMax) await count(options, key, start, -attempts);
      refuseMore(options, counted, start, clock());
    };
}

/** The same by the asking address. While the database is away each process counts for itself: who needs an answer gets it. */
export function requestLimits(
  database: Database,
  clock: Clock,
  trustedProxies: number,
): (options: RequestLimitOptions) => TakeRequest {
  const count = countInDatabase(database);
  return (options) => {
    const countHere = countInMemory();
    return async (asking) => {
      const address = clientAddress(asking, trustedProxies);
      const start = windowStart(options, clock());
      const counted = await count(options, address, start).catch(() => countHere(address, start));
      refuseMore(options, counted, start, clock());
    };
  };
}

function windowStart({ windowSeconds }: RequestLimitOptions, now: Date): number {
  return now.getTime() - (now.getTime() % (windowSeconds * 1000));
}

function refuseMore(options: RequestLimitOptions, count: number, start: number, now: Date): void {
  const { requestsMax, windowSeconds } = options;
  if (count <= requestsMax) return;
  const wait = Math.max(1, Math.ceil((start + windowSeconds * 1000 - now.getTime()) / 1000));
  throw new TooManyRequests(options, wait);
}

function countInDatabase(
  database: Database,
): (
  options: RequestLimitOptions,
  key: string,
  start: number,
  attempts?: number,
) => Promise<number> {
  let salt: Promise<string> | undefined;
  return async ({ name, windowSeconds }, key, start, attempts = 1) => {
    salt ??= addressSalt(database).catch((error) => {
      salt = undefined;
      throw error;
    });
    const hash = createHmac("sha256", await salt)
      .update(key)
      .digest("base64url");
    const bucket = `${name}/${windowSeconds}:${hash.slice(0, 22)}`;
    return await countRequest(database, bucket, new Date(start), attempts);
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
