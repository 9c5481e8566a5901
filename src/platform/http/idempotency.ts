import { createHash } from "node:crypto";
import { z } from "@hono/zod-openapi";
import { type Database, type Transaction, transaction } from "../database/index.ts";
import { HoldfastError } from "../errors.ts";
import { dayMs } from "../time/index.ts";
import type { HttpContext } from "./environment.ts";
import { freeName, keepResult, keptRequest, takeName } from "./store.ts";

const keptMs = dayMs;
const headerName = "idempotency-key";

/** What a route declares that takes the header `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header-07). */
export const idempotency = {
  headers: z.object({
    [headerName]: z
      .string()
      .regex(/^[\x21-\x7e]{1,255}$/, "takes 1 to 255 visible ASCII characters")
      .optional()
      .openapi({
        description:
          "A name of your own for this request, such as a UUID. Sent again within 24 hours with the same body, it gives the same answer and does nothing twice. What was refused may be sent again under the same name.",
      }),
  }),
  responses: {
    422: { description: "This Idempotency-Key was sent with another request within 24 hours" },
  },
} as const;

export class IdempotencyKeyReused extends HoldfastError {
  readonly code = "idempotency_key_reused";
  readonly refusal = "unprocessable";
  constructor() {
    super(
      "This Idempotency-Key was sent with another request within 24 hours. Make a new one for each request, and send it again only with the same body.",
    );
  }
}

/** A request that its sender named, as hashes: of the name together with who sends, and of what is asked for. */
export type NamedRequest = { nameHash: Buffer; requestHash: Buffer };

/**
 * The request's name, when it has one.
 * @param sender whose names these are, such as the id of an API key: nobody meets another's
 */
export async function namedRequest(
  context: HttpContext,
  sender: string,
): Promise<NamedRequest | undefined> {
  const name = context.req.header(headerName);
  if (name === undefined) return undefined;
  const { method, path } = context.req;
  return {
    nameHash: hashOf(sender, name),
    requestHash: hashOf(method, path, await context.req.text()),
  };
}

/** Work that must not be done twice. */
type Work = {
  /** Takes the request from limits: a repeated one counts for nothing. */
  beforehand?(): Promise<void>;
  /**
   * Does it in one transaction with the note that it was done. The text that it gives is what is remembered for the
   * answer, so no secret. Undefined says that nothing was done.
   */
  inTransaction(joining: Transaction): Promise<string | undefined>;
};

/**
 * Does the work of a named request once within 24 hours, whichever process it reaches and however many of it come at
 * once: they wait for the first. What throws leaves the name free. A request without a name is always done.
 * @returns what the work gave, now or the first time
 * @throws {IdempotencyKeyReused}
 */
export async function once(
  database: Database,
  request: NamedRequest | undefined,
  now: Date,
  { beforehand = async () => {}, inTransaction }: Work,
): Promise<string | undefined> {
  const keptSince = new Date(now.getTime() - keptMs);
  const before = request && (await resultOf(database, request, keptSince));
  if (before !== undefined) return before;
  await beforehand();
  return await transaction(database, async (joining) => {
    if (!request) return await inTransaction(joining);
    if (!(await takeName(joining, request, keptSince, now))) {
      return await resultOf(joining, request, keptSince);
    }
    const result = await inTransaction(joining);
    if (result === undefined) await freeName(joining, request);
    else await keepResult(joining, request, result);
    return result;
  });
}

async function resultOf(
  database: Pick<Transaction, "query">,
  request: NamedRequest,
  keptSince: Date,
): Promise<string | undefined> {
  const kept = await keptRequest(database, request.nameHash, keptSince);
  if (kept && !kept.requestHash.equals(request.requestHash)) throw new IdempotencyKeyReused();
  return kept?.result;
}

/** No two lists of parts have one text: each part stands behind its length. */
function hashOf(...parts: readonly string[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest();
}
