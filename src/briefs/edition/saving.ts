import { HoldfastError, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { drafted } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import { type DraftLine, draftLinesMax } from "./draft.ts";
import { insertDraft, lastDraftNumber } from "./store.ts";

class WrongDraft extends HoldfastError {
  readonly code = "wrong_draft";
  readonly refusal = "invalid";
  constructor(count: number) {
    super(`A draft has 1 to ${draftLinesMax} sentences; this has ${count}.`);
  }
}

class DraftElsewhere extends HoldfastError {
  readonly code = "draft_elsewhere";
  readonly refusal = "conflict";
  constructor() {
    super(
      "Somebody saved sentences meanwhile, so these weren’t saved. What you typed is here: open the page anew in another window, and bring both together.",
    );
  }
}

/**
 * Keeps the sentences of a brief, all of them anew. What keeps them from being published, the check says later.
 * @param onto the draft that they were written on, where that matters; 0 before there is one
 * @returns the draft's number @throws {WrongDraft} {DraftElsewhere} {DecidesNothing}
 */
export async function saveDraft(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { lines, onto }: { lines: readonly DraftLine[]; onto?: number },
  now: Date,
): Promise<number> {
  requireWriter(hand);
  if (lines.length === 0 || lines.length > draftLinesMax) throw new WrongDraft(lines.length);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const last = await lastDraftNumber(joining, brief.id);
    if (onto !== undefined && last !== onto) throw new DraftElsewhere();
    const number = await insertDraft(joining, brief.id, lines, hand.person.id, now);
    const details = { brief: brief.id, person: hand.person.id, number, sentences: lines.length };
    await desk.appender.append(hand.actor, { kind: drafted, details }, now, joining);
    return number;
  });
}
