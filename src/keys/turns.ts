import { setImmediate as othersTurn } from "node:timers/promises";

/** After so many values, a few milliseconds of work, whatever else the process does has its turn. */
const valuesAtOnce = 256;

export async function inTurns<Item>(
  items: readonly Item[],
  work: (item: Item) => unknown,
): Promise<void> {
  for (const [place, item] of items.entries()) {
    if (place > 0 && place % valuesAtOnce === 0) await othersTurn();
    work(item);
  }
}
