import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const id = (prefix: string) => z.string().startsWith(`${prefix}_`);
const base64 = z.base64();
/** By which id, and which hash in base64, the certificate is known. */
const about = { scope: id("scope"), certificate: base64 };

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `trace.${name}`, version: 1, columns: {}, details };
}

export const scopeDrafted = kind("scope_drafted", z.strictObject({ ...about, trace: id("trace") }));

/**
 * An analyst signed a certificate, by a pseudonym that is the same for the same person within it. `attested` is what the
 * keykeeper signed of the act: see `signingStatement`. Its proof goes out with the certificate, so it names nobody.
 */
export const scopeSigned = kind(
  "scope_signed",
  z.strictObject({ ...about, signer: id("signer"), attested: base64 }),
);

export const withdrawals = ["wrong_sample", "wrong_people", "wrong_time", "not_needed"] as const;
export type Withdrawal = (typeof withdrawals)[number];

export const scopeWithdrawn = kind(
  "scope_withdrawn",
  z.strictObject({ ...about, because: z.enum(withdrawals) }),
);

export const scopeEventKinds = [scopeDrafted, scopeSigned, scopeWithdrawn] as readonly EventKind[];
