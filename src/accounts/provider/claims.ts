import { z } from "@hono/zod-openapi";
import { ProviderRefused } from "./refusals.ts";

/** How far the provider's clock may be from ours. */
export const clockToleranceSeconds = 30;

const claimsSchema = z.looseObject({
  sub: z.string().min(1).max(255),
  auth_time: z.int().positive(),
  acr: z.string().optional(),
});

/** Who signed in at the provider, and when. */
export type ProvenSubject = { subject: string; authenticatedAt: Date };

/**
 * What we ask for is only a request (OpenID Connect Core §3.1.2.1; RFC 9470): that it was kept to is checked here.
 * @param maxAgeSeconds how old the authentication may be
 * @throws {ProviderRefused}
 */
export function checkClaims(
  claims: unknown,
  { maxAgeSeconds, acr }: { maxAgeSeconds: number; acr: readonly string[] },
  now: Date,
): ProvenSubject {
  const read = claimsSchema.safeParse(claims);
  if (!read.success) throw new ProviderRefused("claims_incomplete");
  const { sub: subject, auth_time: authTime, acr: given } = read.data;
  const ageSeconds = now.getTime() / 1_000 - authTime;
  if (ageSeconds > maxAgeSeconds + clockToleranceSeconds) throw new ProviderRefused("too_old");
  if (ageSeconds < -clockToleranceSeconds) throw new ProviderRefused("in_the_future");
  if (acr.length > 0 && !(given !== undefined && acr.includes(given))) {
    throw new ProviderRefused("acr_not_met");
  }
  return { subject, authenticatedAt: new Date(Math.min(authTime * 1_000, now.getTime())) };
}
