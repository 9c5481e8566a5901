import { HoldfastError, type Id, newId, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { sourceAssessed, sourceKept } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import {
  type About,
  type Assessment,
  type Capture,
  countSources,
  insertAssessment,
  insertSource,
  type ReadText,
  type Source,
  sameSource,
} from "../source/index.ts";

/** A brief has so many sources at most: every check reads them all. */
export const sourcesMax = 10_000;

class SourceThere extends HoldfastError {
  readonly code = "source_there";
  readonly refusal = "conflict";
  constructor(name: string) {
    super(`${name} is in this brief already. A later capture of the same page takes another name.`);
  }
}

class TooManySources extends HoldfastError {
  readonly code = "too_many_sources";
  readonly refusal = "conflict";
  constructor() {
    super(`A brief has ${sourcesMax.toLocaleString("en")} sources at most.`);
  }
}

/**
 * Keeps a captured source in a brief; it never changes afterwards. A page of which the brief has these very words is
 * there already.
 * @throws {SourceThere} {TooManySources} {DecidesNothing}
 */
export async function keepSource(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { about, capture, read }: { about: About; capture: Capture; read: ReadText },
  now: Date,
): Promise<Source> {
  requireWriter(hand);
  return await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const { count, last } = await countSources(joining, brief.id);
    if (count >= sourcesMax) throw new TooManySources();
    const name = about.name ?? `S${String(last + 1).padStart(2, "0")}`;
    const { text, sha256 } = read;
    const { url, publisher } = about;
    const same = await sameSource(joining, brief.id, { name, url, publisher, sha256 });
    if (same !== undefined) throw new SourceThere(same);
    const source: Source = {
      ...{ id: newId("source", now), name, kind: about.kind, capture },
      ...{ url, publisher, published: about.published },
      capturedAt: about.captured === undefined ? now : new Date(about.captured),
      ...{ text, sha256 },
      ...{ reliability: about.reliability, flags: about.flags, origin: about.origin },
    };
    const [by, within] = [hand.person.id, { brief: brief.id, person: hand.person.id }];
    await insertSource(joining, brief.id, source, by, now);
    const because = about.flags[0] ?? "As it was imported.";
    const { reliability, origin } = source;
    const place = { brief: brief.id, source: source.id };
    await insertAssessment(joining, place, { reliability, origin, because }, by, now);
    const details = { ...within, source: source.id, sha256: source.sha256 };
    await desk.appender.append(hand.actor, { kind: sourceKept, details }, now, joining);
    return source;
  });
}

/** Says anew how far a source is trusted, and where it has its story from. @throws {DecidesNothing} */
export async function assessSource(
  desk: BriefsDesk,
  hand: Hand,
  place: { brief: Id<"brief">; source: Id<"source"> },
  assessment: Assessment,
  now: Date,
): Promise<void> {
  requireWriter(hand);
  await transaction(desk.database, async (joining) => {
    await holdBrief(joining, place.brief);
    await insertAssessment(joining, place, assessment, hand.person.id, now);
    const { reliability, origin } = assessment;
    const details = {
      ...place,
      person: hand.person.id,
      reliability,
      labelled: origin !== undefined,
    };
    await desk.appender.append(hand.actor, { kind: sourceAssessed, details }, now, joining);
  });
}
