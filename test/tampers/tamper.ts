import type { Client } from "pg";
import type { VerifyReport } from "#ledger";
import type { LoggedEvent, UntouchedLog } from "./untouched-log.ts";

type Finding = VerifyReport["findings"][number];
type FindingCode = Finding["code"];
type Where = Finding["at"];

/** What a finding must say: its code, and where. */
export type Naming = { code: FindingCode; at?: Where };

/** What must be named, each by one of some findings; and codes that may come along without accusing anybody else. */
export type Expected = { named: readonly (readonly Naming[])[]; beside?: readonly FindingCode[] };

/** One way to tamper with a log, as the owner of its tables, in a transaction that is rolled back. */
export type Tamper = { name: string; act(hand: Hand): Promise<Expected> };

/** Who tampers: the owner's connection, a log, and dice. */
export class Hand {
  readonly log: UntouchedLog;
  #state: number;

  constructor(log: UntouchedLog, seed: number) {
    this.log = log;
    this.#state = seed >>> 0;
  }

  get owner(): Client {
    return this.log.owner;
  }

  /** A number from 0 up to, not including, `below`. */
  below(below: number): number {
    // Marsaglia's xorshift, after a step of a linear congruential generator: seeds stand side by side.
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    let mixed = this.#state;
    mixed ^= mixed >>> 16;
    mixed = Math.imul(mixed, 0x45d9f3b) >>> 0;
    return ((mixed ^ (mixed >>> 16)) >>> 0) % below;
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("there is nothing to pick");
    return item;
  }

  /** Two different ones. */
  pickTwo<Item>(items: readonly Item[]): [Item, Item] {
    const one = this.pick(items);
    return [one, this.pick(items.filter((item) => item !== one))];
  }

  /** A sealed event that is whole. */
  event(such: (event: LoggedEvent) => boolean = () => true): LoggedEvent & { leaf: number } {
    const whole = this.log.events.filter(isWhole).filter(such);
    return this.pick(whole);
  }

  /** The bytes with one of them changed. */
  tampered(bytes: Buffer): Buffer {
    const copy = Buffer.from(bytes);
    const place = this.below(copy.length);
    copy[place] = (copy[place] ?? 0) ^ (1 + this.below(255));
    return copy;
  }

  /** The text with one character changed to another that could stand there. */
  tamperedText(text: string): string {
    const place = this.below(text.length);
    const letters = [..."ABCxyz019+/=. \n"].filter((letter) => letter !== text[place]);
    return `${text.slice(0, place)}${this.pick(letters)}${text.slice(place + 1)}`;
  }

  async change(
    event: LoggedEvent,
    assignments: string,
    values: readonly unknown[] = [],
  ): Promise<void> {
    const { rowCount } = await this.owner.query(
      `update ledger.events set ${assignments} where client = $1 and id = $2`,
      [event.client, event.id, ...values],
    );
    if (rowCount !== 1) throw new Error("nothing was changed");
  }

  /** One value of one row. */
  async value<Value>(sql: string, values: readonly unknown[] = []): Promise<Value> {
    const { rows } = await this.owner.query({ text: sql, values: [...values], rowMode: "array" });
    return rows[0]?.[0];
  }
}

export function isWhole(event: LoggedEvent): event is LoggedEvent & { leaf: number } {
  return (
    event.leaf !== undefined &&
    event.kind === "test.noted" &&
    !event.is_erased &&
    !event.is_actor_erased &&
    !event.is_bridge
  );
}

/** What is wrong with a report, as sentences: what it doesn't name, and whom it accuses beside. */
export function mistakes(findings: readonly Finding[], { named, beside = [] }: Expected): string[] {
  const unnamed = named.filter((group) => !findings.some((finding) => isAmong(finding, group)));
  const accused = findings.filter(
    (finding) => !isAmong(finding, named.flat()) && !beside.includes(finding.code),
  );
  return [
    ...unnamed.map((group) => `unnamed: ${JSON.stringify(group)}`),
    ...accused.map(({ code, at }) => `accused: ${code} ${JSON.stringify(at)}`),
  ];
}

function isAmong({ code, at }: Finding, group: readonly Naming[]): boolean {
  return group.some(
    (naming) =>
      naming.code === code &&
      Object.entries(naming.at ?? {}).every(([name, value]) => at[name as keyof Where] === value),
  );
}
