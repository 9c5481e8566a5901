import type { Imitation } from "./verdict.ts";

const changedEndingMax = 2;
const addedDigitsMax = 3;
/** Short numbers are all near to each other. */
const lengthMin = "+1234567".length;

/**
 * The official number that a stranger's number is made to resemble: the same but for its last two digits, for one
 * digit anywhere, for two neighbouring digits that changed places, or for digits added behind it.
 * @param officials in E.164, as the number is
 */
export function imitationOfNumber(
  number: string,
  officials: readonly string[],
): Imitation | undefined {
  const official = officials.find((official) => isNeighbour(number, official));
  if (official === undefined) return undefined;
  return { imitates: official, reasons: [{ code: "neighbour_number", values: { official } }] };
}

function isNeighbour(number: string, official: string): boolean {
  if (official.length < lengthMin || number === official) return false;
  const added = number.length - official.length;
  if (added > 0 && added <= addedDigitsMax) return number.startsWith(official);
  if (added !== 0) return false;
  const changed = [...official].flatMap((digit, place) => (digit === number[place] ? [] : [place]));
  const [first = 0, second] = changed;
  if (second === undefined) return true;
  if (first >= official.length - changedEndingMax) return true;
  const areSwapped = number[first] === official[second] && number[second] === official[first];
  return changed.length === 2 && second === first + 1 && areSwapped;
}
