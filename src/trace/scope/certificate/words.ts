import type { Certificate } from "./file.ts";

/*
 * These sentences are part of a version of the file, and signed with it: a change of one is another version. Those of the
 * first stay, for what was signed then.
 */

/** What counts in the upper figure although nobody can tell whether it is a client's, or which client's. */
const untold = {
  1: (sample: string) => `clients of whom one stands in ${sample} and nobody can tell which`,
  2: (sample: string) =>
    `what stands in ${sample} and may be a client's, though nobody can tell whether it is, or which client's`,
} as const;

/** What was asked, in words that say the same as the parameters beside them. */
export function queryWords(
  version: Certificate["holdfast_scope_certificate"],
  { rows, before, people, margin_days: days }: Query,
): string {
  const asked = `Which clients, and which of their fields, are with whoever has the sample of ${count(rows, "row")} that was first seen in public at ${before}?`;
  const lower = "At least what stands in the sample and is a client's (lower).";
  if (people.length === 0) {
    return `${asked} ${lower} Nobody's looks explain the sample: what else its source has isn't known, and best and upper count no more, but for ${untold[version]("it")} (upper).`;
  }
  const names = new Intl.ListFormat("en").format(people.map(({ person }) => person));
  const best = `Likely also what was shown to ${names} from ${count(days, "day")} before the first look of each that matches the sample until ${count(days, "day")} after the last, before that time (best).`;
  const upper = `At most also all that was shown to them before that time, and ${untold[version]("the sample")} (upper).`;
  return `${asked} ${lower} ${best} ${upper}`;
}

/** What the figures don't say. */
export const limits =
  "Counted are the fields that the desk showed to people, by the events of its log up to the size below: not what was said in tickets, what left the firm by another way, or what somebody remembered; that a person's looks explain a sample is likely, and no proof; of clients who were erased before the count, only the number of looks at them is known.";

type Query = Omit<Certificate["query"], "words">;

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
