const shortWordLengthMax = 3; // a short word has too many neighbours to guess among
const oneSlipLengthMax = 7;

/**
 * The word that somebody probably meant: the nearest of the candidates, by one slip in a short word and two in a long
 * one. Candidates come most similar first, and the first of equals wins.
 */
export function meantWord(typed: string, candidates: readonly string[]): string | undefined {
  if (typed.length <= shortWordLengthMax) return undefined;
  let slipsMax = typed.length <= oneSlipLengthMax ? 1 : 2;
  let meant: string | undefined;
  for (const candidate of candidates) {
    const slips = slipsBetween(typed, candidate);
    if (slips > slipsMax) continue;
    meant = candidate;
    slipsMax = slips - 1;
  }
  return meant;
}

/** Optimal string alignment: letters added, dropped, exchanged, and neighbours that changed places. */
export function slipsBetween(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (row > 1 && column > 1 && swapped) {
        slips = Math.min(slips, (beforeLast[column - 2] ?? 0) + 1);
      }
      current.push(slips);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
