import { z } from "@hono/zod-openapi";
import { type Id, isId } from "#platform";

/** An id with this prefix, in what another process or an earlier one wrote. */
export function idSchema<Prefix extends string>(prefix: Prefix) {
  return z.custom<Id<Prefix>>((text) => typeof text === "string" && isId(prefix, text));
}
