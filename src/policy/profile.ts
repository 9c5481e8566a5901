import { z } from "@hono/zod-openapi";

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const seconds = (max: number) => z.int().positive().max(max);

/** Timings and numbers that the whole desk keeps to. Durations are whole seconds unless the name says days or months. */
export const profileSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,49}$/),
  device_approval_link_seconds: seconds(hour),
  device_approval_same_network: z.boolean(),
  withdrawal_address_link_seconds: seconds(day),
  activation_seconds: seconds(day),
  password_reset_link_seconds: seconds(day),
  password_reset_link_uses_max: z.literal(1),
  password_reset_retry_seconds: seconds(7 * day),
  email_change_seconds: seconds(7 * day),
  new_address_hold_seconds: seconds(30 * day),
  /** Without a strong second factor. */
  new_address_hold_weak_factor_seconds: seconds(30 * day),
  settings_lock_days_min: z.int().min(1).max(30),
  settings_lock_days_max: z.int().min(1).max(90),
  /** Nobody on the staff opens a lock early (DESIGN section 6). */
  settings_lock_staff_override: z.literal(false),
  /** What stays possible under a lock, so that nobody is ever told to unlock. */
  settings_lock_exemptions: z
    .array(z.enum(["upload_documents", "open_ticket", "tighten_security"]))
    .min(1)
    .max(3),
  passkeys_max: z.int().min(1).max(20),
  authenticators_max: z.int().min(0).max(5),
  /** A roaming key can be carried to another device; one that is bound to a device can't. */
  first_factor: z.enum(["roaming", "any"]),
  /** How long a proof of the strongest factor is good for changes. */
  step_up_seconds: seconds(hour),
  sign_in_seconds: seconds(hour),
  session_idle_seconds: seconds(7 * day),
  session_seconds_max: seconds(90 * day),
  staff_session_idle_seconds: seconds(8 * hour),
  staff_session_seconds_max: seconds(day),
  /** How long a loosening change can be taken back by a link, and for how long that link locks the account. */
  change_undo_seconds: seconds(30 * day),
  /** From asking, when every factor is lost, to getting in. */
  recovery_seconds: seconds(30 * day),
  /** From an approved change of the directory to its publication. */
  directory_change_seconds: seconds(30 * day),
  /** A new approver waits this long before the first decision. */
  new_approver_seconds: seconds(30 * day),
  proof_of_address_months_max: z.int().min(1).max(24),
  open_verification_requests_max: z.int().min(1).max(5),
  /** A booked call comes this much before or after its time. */
  call_window_seconds: seconds(hour),
  /** How old a call status may be when it is shown. */
  call_status_seconds_max: seconds(10),
  call_after_request_seconds_min: seconds(day),
  approval_seconds: seconds(day),
  prompts_during_call: z.literal(false),
});

export type Profile = z.infer<typeof profileSchema>;
