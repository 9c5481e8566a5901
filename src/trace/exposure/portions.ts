/** The ledger is asked about so many at least at once, and in so many portions at most. */
const portionMin = 40;
const portionsMax = 4;

/**
 * Asks about each portion on a connection of its own, where there are several: what isn't cached is read side by side.
 * @param ask gets a portion, and the place in all where it begins
 */
export async function inPortions<Item, Answer>(
  items: readonly Item[],
  ask: (portion: readonly Item[], begin: number) => Promise<Answer>,
): Promise<Answer[]> {
  const size = Math.max(portionMin, Math.ceil(items.length / portionsMax));
  const begins = Array.from({ length: Math.ceil(items.length / size) }, (_, part) => part * size);
  return await Promise.all(begins.map((begin) => ask(items.slice(begin, begin + size), begin)));
}
