import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const staff = z.string().startsWith("staff_");

/** Somebody was given the way to register a passkey. */
export const staffLinkMade: EventKind<{ staff: string; approval?: string | undefined }> = {
  name: "accounts.staff_link_made",
  version: 1,
  columns: {},
  details: z.strictObject({ staff, approval: z.string().startsWith("approval_").optional() }),
};

/** A passkey was registered; `ended` is how many earlier ones it took the place of. */
export const staffPasskeyAdded: EventKind<{ staff: string; passkey: string; ended: number }> = {
  name: "accounts.staff_passkey_added",
  version: 1,
  columns: {},
  details: z.strictObject({ staff, passkey: z.string().startsWith("passkey_"), ended: z.int() }),
};

/** Somebody ended one of the own passkeys. */
export const staffPasskeyRemoved: EventKind<{ staff: string; passkey: string }> = {
  name: "accounts.staff_passkey_removed",
  version: 1,
  columns: {},
  details: z.strictObject({ staff, passkey: z.string().startsWith("passkey_") }),
};

export const staffPasskeyEventKinds: readonly EventKind[] = [
  staffLinkMade,
  staffPasskeyAdded,
  staffPasskeyRemoved,
];
