import type { Cue } from "./cues.ts";
import type { Reading, Token } from "./reading.ts";

/** `seed:`, `my seed phrase (12 words) =`. */
const naming = /^(?: \p{L}{1,12})? ?(?:\([^()\n]{1,40}\) ?)?[:=]/u;
const namingMax = 60;
/** A name that comes so often counts the words of a phrase. */
const countingMin = 4;

/**
 * A text's tokens, with what names something before a colon as a name: no word of a phrase, and its end. A name that comes again
 * and again stands within one, and is a mark.
 */
export function withNames({ tokens, folded }: Reading, cues: readonly Cue[]): readonly Token[] {
  const names = wordsNaming(tokens, folded, cues);
  if (names.length === 0) return tokens;
  const times = new Map<string, number>();
  const textAt = (place: number) => tokens[place]?.text ?? "";
  for (const place of names) times.set(textAt(place), (times.get(textAt(place)) ?? 0) + 1);
  const named = [...tokens];
  for (const place of names) {
    const is = (times.get(textAt(place)) ?? 0) < countingMin ? "name" : "mark";
    named[place] = { ...(tokens[place] as Token), is };
  }
  return named;
}

/** The places of the words before a colon that say what stands behind it. */
function wordsNaming(tokens: readonly Token[], folded: string, cues: readonly Cue[]): number[] {
  const found: number[] = [];
  let place = 0;
  for (const cue of cues) {
    const behind = naming.exec(folded.slice(cue.end, cue.end + namingMax))?.[0];
    if (behind === undefined) continue;
    const end = cue.end + behind.length;
    while ((tokens[place]?.start ?? end) < cue.start) place += 1;
    for (; (tokens[place]?.start ?? end) < end; place += 1) found.push(place);
  }
  return found;
}
