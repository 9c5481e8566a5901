import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

/** A client signed in: with what, and by which device where it is known. */
export const signedIn: EventKind<{
  session: string;
  proofs: string[];
  device?: string | undefined;
}> = {
  name: "accounts.signed_in",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({
    session: z.string().startsWith("session_"),
    proofs: z.array(z.string()).min(1),
    device: z.string().startsWith("device_").optional(),
  }),
};

export const signedOut: EventKind<{ session: string }> = {
  name: "accounts.signed_out",
  version: 1,
  columns: { client: "required" },
  details: z.strictObject({ session: z.string().startsWith("session_") }),
};

export const signInEventKinds: readonly EventKind[] = [signedIn, signedOut];
