import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const approval = z.string().startsWith("approval_");
const staff = z.string().startsWith("staff_");
const step = z.strictObject({ approval });

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `accounts.approval_${name}`, version: 1, columns: {}, details };
}

/** `among` is how many people the approver was drawn among. The reason and the names stay in the database. */
export const approvalAsked = kind(
  "asked",
  z.strictObject({
    approval,
    kind: z.string(),
    subject: z.string(),
    asker: staff,
    approver: staff,
    among: z.int().positive(),
  }),
);
/** Nobody was there to be drawn: the answer is no. */
export const approvalImpossible = kind(
  "impossible",
  z.strictObject({ kind: z.string(), subject: z.string(), asker: staff }),
);
export const approvalApproved = kind("approved", step);
export const approvalRefused = kind("refused", step);
export const approvalExpired = kind("expired", step);
export const approvalWithdrawn = kind(
  "withdrawn",
  z.strictObject({ approval, because: z.enum(["asker", "left"]) }),
);
export const approvalUsed = kind("used", step);

export const approvalEventKinds = [
  approvalAsked,
  approvalImpossible,
  approvalApproved,
  approvalRefused,
  approvalExpired,
  approvalWithdrawn,
  approvalUsed,
] as readonly EventKind[];
