import type { Child } from "hono/jsx";
import type { Language } from "#platform";
import type { Edition } from "../edition/index.ts";
import { pictureOf, type Side, type Voice } from "../picture/index.ts";
import { Axis, Bars } from "./picture.tsx";

/**
 * What stands below each side of what is disputed, in their order: numbers and dates on one scale for each question, with a line for
 * each origin, made of the edition alone. Answers that have no order have their words.
 */
export function disputeBars(edition: Edition, language: Language): Child[] {
  const claims = new Map(edition.claims.map((claim) => [claim.number, claim]));
  const sources = new Map(edition.sources.map((source) => [source.name, source]));
  return edition.disputed.flatMap((matter) => {
    const sides = matter.sides.map(({ says, claims: numbers, sources: names }): Side => {
      const first = claims.get(numbers[0] ?? 0);
      return {
        ...{ says, claims: numbers, about: undefined, denied: first?.denied ?? false },
        value: first?.value ?? { is: "text", text: says },
        voices: names.flatMap((name) => voiceOf(sources.get(name)) ?? []),
      };
    });
    const { scale, sides: shown } = pictureOf(sides, sides.length);
    if (!scale || scale.is === "published") return sides.map(() => null);
    return shown.map(({ lines }, place) => (
      <>
        {lines.some(({ marks }) => marks.length > 0) && <Bars lines={lines} isOther={false} />}
        {place === shown.length - 1 && <Axis language={language} scale={scale} />}
      </>
    ));
  });
}

function voiceOf(source: Edition["sources"][number] | undefined): Voice | undefined {
  if (!source) return undefined;
  const { name, published, origin, reliability } = source;
  return {
    ...{ source: name, published: published ?? undefined, origin: origin ?? undefined },
    isDoubted: reliability === "doubtful" || reliability === "invented",
  };
}
