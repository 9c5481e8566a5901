import { z } from "@hono/zod-openapi";
import type { Id } from "#platform";
import { shiftSchema } from "./shift.ts";

export const roles = [
  "agent",
  "lead",
  "analyst",
  "custodian",
  "counsel",
  "comms",
  "approver",
  "admin",
] as const;
export type Role = (typeof roles)[number];

/** Roles by which one person's act counts for others': they are given by two people wherever two people are there. */
const weighty: ReadonlySet<Role> = new Set(["approver", "admin"]);

const word = z.string().trim().min(1).max(100);

/** A joiner, as the command line and the API say it. */
export const joinerSchema = z
  .strictObject({
    name: word,
    email: z
      .email()
      .max(254)
      .transform((email) => email.toLowerCase())
      .optional(),
    /** Who that is at the firm's identity provider: the claim `sub`. */
    subject: z.string().min(1).max(255).optional(),
    team: word,
    employer: word,
    roles: z.array(z.enum(roles)).max(roles.length),
    languages: z
      .array(
        z
          .string()
          .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "takes a language, such as en or pt-BR"),
      )
      .min(1)
      .max(20)
      .default(["en"]),
    ...shiftSchema.shape,
  })
  .refine(({ email, subject }) => email !== undefined || subject !== undefined, {
    message: "is missing: give an email or a subject, by which this person signs in",
    path: ["email"],
  });

export type Joiner = z.output<typeof joinerSchema>;

/** A member of the staff, who may have left. */
export type StaffMember = Omit<Joiner, "roles"> & {
  id: Id<"staff">;
  roles: readonly { role: Role; since: Date }[];
  joinedAt: Date;
  leftAt: Date | undefined;
  /** Since when the person's access is on hold: here, and let do nothing. */
  heldAt?: Date | undefined;
};

/** Whether somebody may act in a role now: who left, or whose access is on hold, has none. */
export function hasRole(
  { roles: has, leftAt, heldAt }: Pick<StaffMember, "roles" | "leftAt" | "heldAt">,
  role: Role,
): boolean {
  const isHere = leftAt === undefined && heldAt === undefined;
  return isHere && has.some((one) => one.role === role);
}

export function isWeighty(role: Role): boolean {
  return weighty.has(role);
}
