/** How a word differs from a name by one slip of the hand, by the code of the reason that says so. */
export type Edit =
  | "letter_missing"
  | "letter_added"
  | "letter_doubled"
  | "letters_swapped"
  | "one_letter_off";

/** The one slip that makes `seen` out of `meant`; undefined where there is none, or more than one. */
export function editBetween(seen: string, meant: string): Edit | undefined {
  const longer = seen.length - meant.length;
  let from = 0;
  while (from < seen.length && seen[from] === meant[from]) from += 1;
  const rest = (ofSeen: number, ofMeant: number) =>
    seen.slice(from + ofSeen) === meant.slice(from + ofMeant);
  if (longer === -1) return rest(0, 1) ? "letter_missing" : undefined;
  if (longer === 1 && rest(1, 0)) {
    return seen[from] === seen[from - 1] ? "letter_doubled" : "letter_added";
  }
  if (longer !== 0 || from === seen.length) return undefined;
  if (rest(1, 1)) return "one_letter_off";
  const areSwapped = seen[from] === meant[from + 1] && seen[from + 1] === meant[from];
  return areSwapped && rest(2, 2) ? "letters_swapped" : undefined;
}
