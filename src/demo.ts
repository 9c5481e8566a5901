import type { Config } from "./settings.ts";

/**
 * Nobody but a developer reaches this desk: it is nobody's site, and its database is its own. What exists only then is
 * also held against each request: `isLocalRequest`.
 */
export function isDemo({
  PUBLIC_URL,
  DATABASE_URL,
  DATABASE_OWNER_URL,
}: Pick<Config, "PUBLIC_URL" | "DATABASE_URL" | "DATABASE_OWNER_URL">): boolean {
  return [PUBLIC_URL, DATABASE_URL, DATABASE_OWNER_URL].every((setting) => setting === undefined);
}
