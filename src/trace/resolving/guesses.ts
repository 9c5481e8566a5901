import type { Candidate, LeakedRow, ResolvedRow } from "../leak.ts";

/** So many different whole values of one field are held against one client in a sample. */
export const guessesMax = 5;

/**
 * A sample that somebody makes up could try every day of birth at one client, and read off which row is right. So rows that
 * come with more values of a field than leak of anybody say nothing, right or wrong. Clients who don't exist have nothing
 * to guess, and a decoy of each viewer.
 */
export function withoutGuesses(rows: readonly ResolvedRow[]): ResolvedRow[] {
  const tried = new Map<string, Set<string>>();
  return rows.map((one) => {
    const { row, outcome } = one;
    if (outcome.is !== "found") return one;
    const isGuess = outcome.candidates.map((candidate) => isOneMore(tried, candidate, row));
    if (!isGuess.includes(true)) return one;
    return { row: { ...row, values: [] }, outcome: { is: "too_little", fits: undefined } };
  });
}

function isOneMore(
  tried: Map<string, Set<string>>,
  { client, isCanary }: Candidate,
  { values }: LeakedRow,
): boolean {
  if (isCanary) return false;
  let isMore = false;
  for (const { field, part, text } of values) {
    if (part !== "whole") continue;
    const name = `${client} ${field}`;
    const own = tried.get(name) ?? new Set();
    tried.set(name, own);
    if (!own.has(text) && own.size >= guessesMax) isMore = true;
    else own.add(text);
  }
  return isMore;
}
