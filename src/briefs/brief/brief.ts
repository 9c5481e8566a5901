import { z } from "@hono/zod-openapi";
import { HoldfastError, type Id, isId, newId, type Queryable, transaction } from "#platform";
import { briefOpened } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { plainLine } from "../source/index.ts";
import { briefById, insertBrief } from "./store.ts";

export const authorRoles = ["firm", "third_party"] as const;
export type AuthorRole = (typeof authorRoles)[number];

/** What is known of one incident, and who writes it down. */
export type Brief = {
  id: Id<"brief">;
  title: string;
  /** What the firm that it is about is called. */
  firm: string;
  /** A firm that writes about itself can't confirm itself by its own word. */
  authorRole: AuthorRole;
  openedAt: Date;
  openedBy: Id<"staff">;
};

export const briefSchema = z.strictObject({
  title: plainLine(3, 200),
  firm: plainLine(2, 100),
  authorRole: z.enum(authorRoles),
});

export class BriefUnknown extends HoldfastError {
  readonly code = "brief_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such brief. holdfast brief list shows those that there are.");
  }
}

/** Begins a brief. */
export async function openBrief(
  desk: BriefsDesk,
  hand: Hand,
  about: z.infer<typeof briefSchema>,
  now: Date,
): Promise<Brief> {
  requireWriter(hand);
  const opened = { id: newId("brief", now), openedAt: now, openedBy: hand.person.id };
  const brief = { ...about, ...opened };
  await transaction(desk.database, async (joining) => {
    await insertBrief(joining, brief);
    const details = { brief: brief.id, person: hand.person.id };
    await desk.appender.append(hand.actor, { kind: briefOpened, details }, now, joining);
  });
  return brief;
}

/** @throws {BriefUnknown} */
export async function knownBrief(queryable: Queryable, id: string): Promise<Brief> {
  const brief = isId("brief", id) ? await briefById(queryable, id) : undefined;
  if (!brief) throw new BriefUnknown();
  return brief;
}
