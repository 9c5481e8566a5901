import { z } from "@hono/zod-openapi";
import { HoldfastError, type Id, newId, type Queryable, transaction } from "#platform";
import { type Brief, holdBrief } from "../brief/index.ts";
import { sourceAssessed, sourceKept } from "../events.ts";
import { type BriefsDesk, type Hand, requireWriter } from "../hand.ts";
import {
  type About,
  type Capture,
  countSources,
  insertAssessment,
  insertSource,
  originSchema,
  plainLine,
  type ReadText,
  reliabilities,
  type Source,
  sameSource,
  sourcesOf,
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

class SourceUnknown extends HoldfastError {
  readonly code = "source_unknown";
  readonly refusal = "not_found";
  constructor(name: string) {
    super(`There is no source ${name} in this brief. Import it first.`);
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
    const details = {
      ...within,
      ...{ source: source.id, sha256, reliability, labelled: origin !== undefined },
    };
    await desk.appender.append(hand.actor, { kind: sourceKept, details }, now, joining);
    return source;
  });
}

/** What is said anew of a source, by its name or id. */
export const assessmentLineSchema = z.strictObject({
  source: z.string().min(1).max(60),
  reliability: z.enum(reliabilities),
  origin: originSchema.optional(),
  because: plainLine(10, 500),
});
export type AssessmentLine = z.infer<typeof assessmentLineSchema>;

/**
 * Says anew how far a source is trusted, and where it has its story from: without an origin, nobody says so any more. What was
 * said before stays readable.
 * @throws {SourceUnknown} {DecidesNothing}
 */
export async function assessSource(
  desk: BriefsDesk,
  hand: Hand,
  brief: Brief,
  { source: name, reliability, origin, because }: AssessmentLine,
  now: Date,
): Promise<void> {
  requireWriter(hand);
  await transaction(desk.database, async (joining) => {
    await holdBrief(joining, brief.id);
    const source = await knownSource(joining, brief.id, name);
    const place = { brief: brief.id, source: source.id };
    const by = hand.person.id;
    await insertAssessment(joining, place, { reliability, origin, because }, by, now);
    const details = { ...place, person: by, reliability, labelled: origin !== undefined };
    await desk.appender.append(hand.actor, { kind: sourceAssessed, details }, now, joining);
  });
}

/** A source by its name or id. @throws {SourceUnknown} */
export async function knownSource(
  queryable: Queryable,
  brief: Id<"brief">,
  name: string,
): Promise<Source> {
  return sourceNamed(await sourcesOf(queryable, brief, [name]), name);
}

/** @throws {SourceUnknown} */
export function sourceNamed(sources: readonly Source[], name: string): Source {
  const source = sources.find((one) => one.name === name || one.id === name);
  if (!source) throw new SourceUnknown(name);
  return source;
}
