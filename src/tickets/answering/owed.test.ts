import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "#fast-check";
import { type Id, newId } from "#platform";
import type { Said } from "../message/index.ts";
import type { Priority, Status, Ticket } from "../ticket/index.ts";
import { owed } from "./owed.ts";

const start = new Date("2026-11-20T12:00:00Z");
const count = 5;
const by = { is: "system" } as const;

/** Tickets as their rows have them, and beside them what somebody would say who saw everything happen. */
class Desk {
  readonly tickets: Ticket[] = [];
  readonly said: Said[] = [];
  /** Each question, with the tickets in which it was answered. */
  readonly #asks: { in: number; at: Date; answeredIn: Set<number> }[] = [];
  /** Which priorities somebody set in which ticket since another one went on there. */
  readonly #overruled = new Set<string>();
  #minutes = 0;

  constructor() {
    for (let number = 0; number < count; number++) {
      const ticket = { id: newId("ticket", start), revision: 1, settledRevision: 0 };
      const given = { priority: "normal", revision: 0 } as const;
      const status: Status = { is: "open", since: start, by };
      this.tickets.push({ ...ticket, given, status } as Ticket);
    }
  }

  #ticket(number: number): Ticket {
    const ticket = this.tickets[number];
    assert.ok(ticket);
    return ticket;
  }

  intoOf(number: number): number | undefined {
    const { status } = this.#ticket(number);
    const into = status.is === "closed" ? status.into : undefined;
    return into && this.tickets.findIndex(({ id }) => id === into);
  }

  /** A ticket with those in which it goes on. */
  #path(number: number): number[] {
    const into = this.intoOf(number);
    return into === undefined ? [number] : [number, ...this.#path(into)];
  }

  below(number: number): number[] {
    return this.tickets.flatMap((_, one) => (this.#path(one).includes(number) ? one : []));
  }

  #change(number: number, change: Partial<Ticket>): void {
    const ticket = this.#ticket(number);
    this.tickets[number] = { ...ticket, ...change, revision: ticket.revision + 1 };
  }

  isOver(number: number): boolean {
    return this.intoOf(number) !== undefined;
  }

  say(number: number, isOurs: boolean): void {
    if (this.isOver(number)) return;
    this.#minutes += 1;
    const writtenAt = new Date(start.getTime() + this.#minutes * 60_000);
    const { id: ticket, revision } = this.#ticket(number);
    this.said.push({ ticket, isOurs, writtenAt, revision });
    this.#change(number, {});
    if (isOurs) this.#answer(number);
    else this.#asks.push({ in: number, at: writtenAt, answeredIn: new Set() });
  }

  #answer(number: number): void {
    const below = this.below(number);
    for (const ask of this.#asks) if (below.includes(ask.in)) ask.answeredIn.add(number);
  }

  /** It was solved, and goes on by what happens next, in one change. */
  settle(number: number): void {
    if (this.isOver(number)) return;
    const ticket = this.#ticket(number);
    this.tickets[number] = { ...ticket, settledRevision: ticket.revision };
    this.#answer(number);
  }

  prioritise(number: number, priority: Priority): void {
    const { revision } = this.#ticket(number);
    this.#change(number, { given: { priority, revision } });
    for (const one of this.below(number)) {
      if (this.intoOf(one) === number) this.#overruled.add(`${one} ${number}`);
    }
  }

  merge(from: number, into: number): void {
    if (from === into || this.isOver(from) || this.isOver(into)) return;
    const { id, revision: intoRevision } = this.#ticket(into);
    this.#overruled.delete(`${from} ${into}`);
    for (const ask of this.#asks) {
      if (this.below(from).includes(ask.in)) ask.answeredIn.delete(into);
    }
    this.#change(from, { status: { is: "closed", since: start, by, into: id, intoRevision } });
    this.#change(into, {});
  }

  takeApart(number: number): void {
    this.#change(number, { status: { is: "open", since: start, by } });
  }

  /** What was asked in a ticket, or in one that goes on in it, and was answered on no way there. */
  waitingSince(number: number): Date | undefined {
    const isWaiting = ({ in: asked, answeredIn }: { in: number; answeredIn: Set<number> }) => {
      const path = this.#path(asked);
      const way = path.slice(0, path.indexOf(number) + 1);
      return way.length > 0 && !way.some((one) => answeredIn.has(one));
    };
    return this.#asks.find(isWaiting)?.at;
  }

  isUrgent(number: number): boolean {
    const joined = this.below(number).filter((one) => this.intoOf(one) === number);
    const rest = joined.filter((one) => !this.#overruled.has(`${one} ${number}`));
    return (
      this.#ticket(number).given.priority === "urgent" || rest.some((one) => this.isUrgent(one))
    );
  }
}

const place = fc.nat({ max: count - 1 });
const act = fc.oneof(
  fc.record({ is: fc.constantFrom("ask", "answer", "ask_again", "apart"), place, other: place }),
  fc.record({ is: fc.constantFrom("merge", "merge_again"), place, other: place }),
  fc.record({ is: fc.constantFrom("urgent", "normal"), place, other: place }),
);

test("whatever joins a ticket and leaves it, in whichever order, what waits is what nobody answered on its way there", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const desk = new Desk();
      for (const { is, place: number, other } of acts) {
        if (is === "ask_again") desk.settle(number);
        if (is === "merge_again" && !desk.isOver(number)) desk.settle(other);
        if (is === "answer") desk.say(number, true);
        else if (is === "ask" || is === "ask_again") desk.say(number, false);
        else if (is === "merge" || is === "merge_again") desk.merge(number, other);
        else if (is === "apart") desk.takeApart(number);
        else if (is === "urgent" || is === "normal") desk.prioritise(number, is);
        desk.tickets.forEach((ticket, one) => {
          const joined = desk.below(one).flatMap((each) => {
            const below = desk.tickets[each];
            return each !== one && below ? below : [];
          });
          const ids: Id<"ticket">[] = [ticket, ...joined].map(({ id }) => id);
          const said = desk.said.filter((each) => ids.includes(each.ticket));
          const { waitingSince, priority } = owed(ticket, joined, said);
          assert.deepEqual(waitingSince, desk.waitingSince(one));
          assert.equal(priority === "urgent", desk.isUrgent(one));
        });
      }
    }),
    { numRuns: 500 },
  );
});
