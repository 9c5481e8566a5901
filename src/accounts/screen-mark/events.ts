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

export const screenMarkEventKinds: readonly EventKind[] = [screenMarked] as readonly EventKind[];
