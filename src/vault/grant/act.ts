import { z } from "@hono/zod-openapi";
import { idSchema } from "#platform";
import { fieldNames } from "#policy";

const code = z.string().regex(/^[a-z][a-z0-9_]{0,49}$/);

const given = {
  at: z.iso.datetime(),
  client: idSchema("client"),
  grant: idSchema("grant"),
  purpose: code,
  fields: z.array(z.enum(fieldNames)).min(1),
  until: z.iso.datetime(),
};

/** An authenticator's answer by which a client approved exactly this; see `approvalChallenge`. */
const passkeySchema = z.strictObject({
  credential: z.base64url(),
  publicKey: z.base64url(),
  clientData: z.base64url(),
  authenticatorData: z.base64url(),
  signature: z.base64url(),
});

/** A client approved what an agent asked to see. */
export const accessApprovedSchema = z.strictObject({
  act: z.literal("access_approved"),
  ...given,
  ticket: idSchema("ticket"),
  session: idSchema("session"),
  /** Anew for each, so that no answer of an authenticator fits two. */
  nonce: z.base64url(),
  passkey: passkeySchema.optional(),
});

/** A second person agreed: to break-glass, or to one restricted field within a contact. No client's act. */
export const passGivenSchema = z.strictObject({
  act: z.literal("pass_given"),
  ...given,
  kind: z.enum(["break_glass", "restricted"]),
  staff: idSchema("staff"),
  approver: idSchema("staff"),
  approval: idSchema("approval"),
  ticket: idSchema("ticket").optional(),
});

export type AccessApproved = z.infer<typeof accessApprovedSchema>;
export type PassGiven = z.infer<typeof passGivenSchema>;
export type PasskeyAnswer = z.infer<typeof passkeySchema>;
