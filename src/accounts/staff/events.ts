import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { roles } from "./staff.ts";

const staff = z.string().startsWith("staff_");
const approval = z.string().startsWith("approval_").optional();
const someRoles = z.array(z.enum(roles));

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `accounts.staff_${name}`, version: 1, columns: {}, details };
}

/** Names and addresses of staff stand in the database; events say ids, roles and which fields were changed. */
export const staffAdded = kind("added", z.strictObject({ staff, roles: someRoles, approval }));
export const staffRolesChanged = kind(
  "roles_changed",
  z.strictObject({ staff, granted: someRoles, ended: someRoles, approval }),
);
export const staffLeft = kind(
  "left",
  z.strictObject({ staff, sessions: z.int(), approvals: z.int() }),
);
/** Everything by which somebody could act is ended, until the hold is. */
export const staffHeld = kind(
  "held",
  z.strictObject({ staff, sessions: z.int(), keys: z.int(), approvals: z.int() }),
);
export const staffReleased = kind("released", z.strictObject({ staff }));
export const staffSignedIn = kind(
  "signed_in",
  z.strictObject({ staff, proof: z.enum(["passkey", "provider"]) }),
);

export const staffEventKinds: readonly EventKind[] = [
  staffAdded,
  staffRolesChanged,
  staffLeft,
  staffHeld,
  staffReleased,
  staffSignedIn,
] as readonly EventKind[];
