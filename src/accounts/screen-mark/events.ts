import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";

const about = {
  staff: z.string().startsWith("staff_"),
  session: z.string().startsWith("session_"),
};

/** From here on this number in a mark means this session: committed before the first mark is drawn. */
export const screenMarked = {
  name: "accounts.screen_marked",
  version: 1,
  columns: {},
  details: z.strictObject({ ...about, number: z.int().min(0) }),
} satisfies EventKind<{ staff: string; session: string; number: number }>;

/** How a page found its mark to be missing; everything else that is wrong with one is `altered`. */
export const waysMissing = ["removed", "hidden", "altered"] as const;
export type WayMissing = (typeof waysMissing)[number];

/** A page said that its mark wasn't there as it was drawn. */
export const markMissing = {
  name: "accounts.mark_missing",
  version: 1,
  columns: {},
  details: z.strictObject({ ...about, how: z.enum(waysMissing) }),
} satisfies EventKind<{ staff: string; session: string; how: WayMissing }>;

export const screenMarkEventKinds = [screenMarked, markMissing] as readonly EventKind[];
