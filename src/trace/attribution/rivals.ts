import type { Evidence, PersonEvidence } from "./evidence.ts";

/** Who saw the most of the sample, the first so many: what one does by hand. It always names somebody. */
export function byOverlap({ people }: Evidence, count: number): string[] {
  return [...people]
    .sort((a, b) => b.items.length - a.items.length)
    .slice(0, count)
    .map(({ agent }) => agent);
}

/**
 * Who is guilty by the model of Papadimitriou and Garcia-Molina (2011): each item came from elsewhere with a chance, or from
 * one of its holders, all alike.
 */
export function byHolders(
  { people, background }: Evidence,
  elsewhere: number,
  least: number,
): string[] {
  const holders = new Int32Array(background.length);
  for (const { items } of people)
    for (const item of items) holders[item] = (holders[item] ?? 0) + 1;
  const isGuilty = ({ items }: PersonEvidence) => {
    let innocent = 1;
    for (const item of items) innocent *= 1 - (1 - elsewhere) / (holders[item] ?? 1);
    return 1 - innocent >= least;
  };
  return people.filter(isGuilty).map(({ agent }) => agent);
}

/**
 * The fewest people who cover the sample, as far as greed finds them: who covers most of what is left comes next. It always
 * names somebody, and stops when nobody covers more.
 */
export function byCover(
  { people, background }: Evidence,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const covered = new Set<number>();
  const named: string[] = [];
  while (named.length < most && covered.size < background.length) {
    const fresh = ({ items }: PersonEvidence) => items.filter((item) => !covered.has(item)).length;
    const best = people.reduce<{ person?: PersonEvidence; adds: number }>(
      (most, person) => {
        const adds = fresh(person);
        return adds > most.adds ? { person, adds } : most;
      },
      { adds: 0 },
    );
    if (!best.person) break;
    for (const item of best.person.items) covered.add(item);
    named.push(best.person.agent);
  }
  return named;
}
