import type { Image } from "../image.ts";
import { checkImage } from "../read.ts";
import type { FreshLine } from "./line.ts";
import { agreementOf, chanceOf, leaningsOf } from "./naming.ts";
import { offsetsIn } from "./offsets.ts";
import { placingOf } from "./placing.ts";
import { letterShifts } from "./shifts.ts";

/** A comparison names a screen when shifts of so many others agree by chance as well in fewer than one of so many comparisons. */
const namedChanceMax = 0.001;
/** How much of a picture a line explains that really stands there. */
const fitMin = 0.8;

/**
 * Whose letters a picture shows. `chance`: how likely one of so many screens agrees as well that has nothing to do with it.
 * `unlike`: the picture doesn't show this text in this type.
 */
export type Comparison =
  | { is: "unlike"; fit: number }
  | {
      is: "named" | "nobody";
      /** The one that agrees best. */
      payload: bigint | undefined;
      chance: number;
      fit: number;
      letters: number;
      candidates: number;
    };

/**
 * Compares how a value's letters stand in a picture with how they would on each candidate's screen.
 * @param image the part of a picture that shows the line, and nothing else
 * @param line the same text, drawn anew without shifts
 * @param candidates payloads of the screens that could have shown it
 */
export function compareLetters(
  image: Image,
  line: FreshLine,
  candidates: readonly bigint[],
  key: Uint8Array,
): Comparison {
  checkImage(image);
  const placing = placingOf(image, line);
  if (!placing) return { is: "unlike", fit: 0 };
  const measured = offsetsIn(image, line, placing);
  const { fit } = measured;
  if (fit < fitMin) return { is: "unlike", fit };
  const leanings = leaningsOf(line, measured);
  const each = [...new Set(candidates)].map((payload) => ({
    payload,
    agreement: agreementOf(line, leanings, letterShifts(payload, key)),
  }));
  const best = each.toSorted((one, other) => other.agreement - one.agreement)[0];
  const chance = best ? Math.min(1, each.length * chanceOf(leanings, best.agreement)) : 1;
  return {
    is: chance <= namedChanceMax ? "named" : "nobody",
    ...{ payload: best?.payload, chance, fit },
    ...{ letters: line.letters.length, candidates: each.length },
  };
}
