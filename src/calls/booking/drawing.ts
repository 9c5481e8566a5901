import { randomInt } from "node:crypto";
import type { Id, Transaction } from "#platform";
import type { Slot } from "../slots/index.ts";
import { takeSeat } from "./store.ts";

/** Who tries a time, and gets it or not. */
export type Booking = (agent: Id<"staff">, startsAt: Date) => Promise<boolean>;

/**
 * Books one of the agents who are free at a time, drawn at random: neither the client nor anybody on the staff chooses who
 * calls. Of two who book the last one at once, one gets it.
 * @returns whom, or undefined when nobody is left
 */
export async function bookOne(
  joining: Transaction,
  { startsAt, agents }: Slot,
  book: Booking,
): Promise<Id<"staff"> | undefined> {
  for (const agent of shuffled(agents)) {
    if (!(await takeSeat(joining, agent, startsAt))) continue;
    if (await book(agent, startsAt)) return agent;
  }
  return undefined;
}

/** In an order that nobody can tell before. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items];
  const drawn: Item[] = [];
  while (left.length > 0) drawn.push(...left.splice(randomInt(left.length), 1));
  return drawn;
}
