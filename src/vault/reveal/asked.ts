import { isOnShift, type StaffMember, type StaffSession } from "#accounts";
import type { FieldTest } from "#keys";
import type { Id } from "#platform";
import type { FieldName, Profile } from "#policy";

/** Who on the staff asks, as the desk knows the person at this moment. */
export type Viewer = {
  staff: Id<"staff">;
  session: Id<"session">;
  employer: "firm" | "vendor";
  /** The person has hours of work, and these are none of them. */
  offShift: boolean;
  /** A passkey was proven just now. */
  stepUp: boolean;
};

/** One look at one field of one client. */
export type Look = {
  by: Viewer;
  client: Id<"client">;
  field: FieldName;
  /** The contact that it is for; break-glass has none. */
  ticket?: Id<"ticket"> | undefined;
  purpose: string;
  /** In the viewer's own words, as the keykeeper encrypted them. */
  reason?: Uint8Array | undefined;
} & ({ action: "reveal" } | { action: "test"; test: FieldTest });

/** @param ownEmployers whose staff isn't a vendor's */
export function viewerOf(
  session: StaffSession,
  member: StaffMember,
  ownEmployers: readonly string[],
  { step_up_seconds: stepUpSeconds }: Pick<Profile, "step_up_seconds">,
  now: Date,
): Viewer {
  const own = ownEmployers.map((employer) => employer.trim().toLowerCase());
  const hasHours = Object.keys(member.shift).length > 0;
  const provenAt = session.provenAt.passkey;
  return {
    staff: member.id,
    session: session.id,
    employer: own.includes(member.employer.trim().toLowerCase()) ? "firm" : "vendor",
    offShift: hasHours && !isOnShift(member, now),
    stepUp: provenAt !== undefined && now.getTime() - provenAt.getTime() < stepUpSeconds * 1_000,
  };
}
