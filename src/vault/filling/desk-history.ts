import type { EventKind, History, PastEvent } from "#ledger";
import { Seeded } from "#ledger";
import { dayMs, hourMs, idFrom } from "#platform";
import { ticketsReleaseKinds } from "#tickets";
import { predicateAnswered, revealed, searched } from "../events.ts";
import { Crowd } from "./crowd.ts";
import { type FilledField, filledValue, versionOn } from "./values.ts";

/** How busy the days of a week are, from Sunday on. */
const weekdays = [0.25, 1.2, 1.1, 1, 1, 1, 0.3];
/** When shifts begin, in UTC; each has eight hours. */
const shifts = [6, 8, 13];
const shiftHours = 8;
/** How busy the hours are, from the first on. */
const firstHour = 6;
const hours = [2, 3, 6, 8, 9, 9, 8, 8, 8, 7, 6, 5, 4, 3, 2];
const looksShare = 0.8;
const deniedShare = 0.05;
const testShare = 0.1;
const searchShare = 0.05;

/** What contacts are about, how often in ten, and what of the client is looked at then. */
const purposes: readonly { name: string; weight: number; fields: readonly FilledField[] }[] = [
  { name: "account_help", weight: 3, fields: ["name", "email", "date_of_birth"] },
  { name: "sign_in_help", weight: 2, fields: ["email", "phone", "date_of_birth"] },
  { name: "security_help", weight: 1, fields: ["name", "email", "phone", "date_of_birth"] },
  { name: "payments_help", weight: 2, fields: ["name", "balance"] },
  { name: "documents_help", weight: 1, fields: ["name", "address", "nationality"] },
  { name: "fraud_check", weight: 1, fields: ["name", "email", "phone", "balance"] },
];
const drawnPurposes = purposes.flatMap((one) => Array.from({ length: one.weight }, () => one));

export type DeskTraits = {
  events: number;
  clients: number;
  agents: number;
  days: number;
  /** The day after the last one, in UTC. */
  to: Date;
  seed: number;
};

/**
 * A desk's past looks at clients, made up: agents in teams of about fifty, each team with clients of its own; a few agents
 * and clients are in far more contacts than others; agents work in shifts; in a contact its fields are looked at within
 * minutes, in the versions of that day; one look in twenty is refused.
 */
export class DeskHistory implements History {
  readonly traits: DeskTraits;
  readonly crowd: Crowd;
  readonly staff: History["staff"];
  readonly clients: History["clients"];
  readonly from: Date;
  readonly to: Date;
  readonly seed: number;
  readonly events: number;

  constructor(traits: DeskTraits) {
    const { to, days, seed } = traits;
    const seeded = new Seeded(seed);
    this.traits = traits;
    this.to = to;
    this.from = new Date(to.getTime() - days * dayMs);
    this.seed = seed;
    this.events = traits.events;
    this.crowd = new Crowd(traits);
    const before = new Date(this.from.getTime() - 1_000 * dayMs);
    this.staff = seeded.ids("staff", traits.agents, before, this.from);
    this.clients = seeded.ids("client", traits.clients, before, this.from);
  }

  /** The places of clients who get values: the first of one team, so that its agents saw many of them. */
  recorded(count: number): number[] {
    const { teams } = this.crowd;
    const all = Math.min(count, Math.ceil(this.clients.count / teams));
    return Array.from({ length: all }, (_, place) => place * teams);
  }

  /** What the value of the client at a place is, in that version of it. */
  valueAt(client: number, field: FilledField, version: number): string {
    return filledValue(client, field, version);
  }

  *eventsInTurn(): Generator<PastEvent[]> {
    const { events, days, seed } = this.traits;
    const seeded = new Seeded(seed + 2);
    const weights = Array.from({ length: days }, (_, day) => this.#weightOf(day));
    for (const [day, count] of shared(events, weights).entries()) {
      const contacts = new DayOfContacts(this, day, count, seeded);
      for (const [place, share] of shared(count, hours).entries()) {
        yield contacts.hour(firstHour + place, share);
      }
      yield contacts.rest();
    }
  }

  #weightOf(day: number): number {
    return weekdays[new Date(this.from.getTime() + day * dayMs).getUTCDay()] ?? 1;
  }
}

/** So many of a whole for each weight. */
function shared(count: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((one, other) => one + other, 0);
  let passed = 0;
  let given = 0;
  return weights.map((weight) => {
    passed += weight;
    const share = Math.round((count * passed) / sum) - given;
    given += share;
    return share;
  });
}

/** The contacts of a day, an hour's after the other's: a contact goes on for some minutes, perhaps into the next hour. */
class DayOfContacts {
  readonly #history: DeskHistory;
  readonly #day: number;
  readonly #startMs: number;
  readonly #seeded: Seeded;
  /** By agents: each is signed in once a day. */
  readonly #sessions = new Map<number, Details>();
  #waiting: PastEvent[] = [];
  #left: number;

  /** @param count how many events it has in all */
  constructor(history: DeskHistory, day: number, count: number, seeded: Seeded) {
    this.#history = history;
    this.#day = day;
    this.#left = count;
    this.#startMs = history.from.getTime() + day * dayMs;
    this.#seeded = seeded;
  }

  /** Lets contacts begin in an hour that have so many events, and answers with what happened in it. */
  hour(hour: number, count: number): PastEvent[] {
    const upTo = Math.max(0, this.#left - count);
    while (this.#left > upTo) this.#add(hour);
    const endMs = this.#startMs + (hour + 1) * hourMs;
    const now = this.#waiting.filter(({ at }) => at < endMs);
    this.#waiting = this.#waiting.filter(({ at }) => at >= endMs);
    return inOrder(now);
  }

  /** What went on after the last hour. */
  rest(): PastEvent[] {
    return inOrder(this.#waiting);
  }

  /** Another contact: a search perhaps, the ticket, the fields, and perhaps a question with yes or no. */
  #add(hour: number): void {
    const seeded = this.#seeded;
    const { client, agent } = this.#history.crowd.meet(seeded, (one) => isAtWork(one, hour));
    const purpose = drawnPurposes[seeded.below(drawnPurposes.length)] ?? drawnPurposes[0];
    let at = this.#startMs + hour * hourMs + seeded.below(hourMs);
    const said = this.#saidBy(agent, at);
    const ticket = seeded.uuid(at - seeded.below(hourMs));
    const base = { staff: agent, client, version: undefined, field: undefined, ticket, at };
    const contact = { ...base, purpose: purpose?.name, decision: "allow" } as const;
    if (seeded.share() < searchShare) {
      const bare = { ...contact, ticket: undefined, purpose: undefined };
      this.#push({ ...bare, kind: searched, details: said.searched });
    }
    at += 1_000 + seeded.below(20_000);
    const field = idFrom("ticket", ticket.toString("hex"));
    const reading = { ...contact, at, field, purpose: undefined };
    this.#push({ ...reading, kind: ticketRead, details: readDetails });
    for (const field of purpose?.fields ?? []) {
      if (seeded.share() >= looksShare) continue;
      at += 5_000 + seeded.below(150_000);
      this.#push(this.#look(contact, field, at, said));
    }
    if (seeded.share() < testShare) {
      at += 5_000 + seeded.below(60_000);
      const about = { field: "date_of_birth", at };
      this.#push({ ...contact, ...about, kind: predicateAnswered, details: said.tested });
    }
  }

  #push(event: PastEvent): void {
    if (this.#left === 0) return;
    this.#left -= 1;
    this.#waiting.push(event);
  }

  #look(
    contact: Omit<PastEvent, "kind" | "details">,
    field: FilledField,
    at: number,
    said: Details,
  ): PastEvent {
    if (this.#seeded.share() < deniedShare) {
      return { ...contact, field, at, kind: revealed, decision: "deny", details: said.denied };
    }
    const version = versionOn(contact.client, field, this.#day, this.#history.traits.days);
    return { ...contact, field, version, at, kind: revealed, details: said.revealed };
  }

  #saidBy(agent: number, at: number): Details {
    const known = this.#sessions.get(agent);
    if (known) return known;
    const said = detailsOf(this.#seeded.id("session", at - hourMs));
    this.#sessions.set(agent, said);
    return said;
  }
}

const readDetails = JSON.stringify({ version: 1 });

function isAtWork(agent: number, hour: number): boolean {
  const begins = shifts[agent % shifts.length] ?? 0;
  return hour >= begins && hour < begins + shiftHours;
}

/** What an agent's events of a day say beside their columns. */
type Details = Record<"revealed" | "denied" | "tested" | "searched", string>;

function detailsOf(session: string): Details {
  const rules = ["clients_open_contact"];
  const look = { grant: "ticket", rules, policy: "3", session };
  return {
    revealed: JSON.stringify(look),
    denied: JSON.stringify({ ...look, rules: ["over_budget"] }),
    tested: JSON.stringify({ ...look, test: "equals", version: 1 }),
    searched: JSON.stringify({ by: "email", hits: 1, session, rules }),
  };
}

/** By their times, and by their places where those are the same. */
function inOrder(events: readonly PastEvent[]): PastEvent[] {
  const [{ at: first = 0 } = {}] = events;
  const places = 2 ** 22;
  const day = first - (first % dayMs);
  const keys = Float64Array.from(events, ({ at }, place) => (at - day) * places + place).sort();
  return Array.from(keys, (key) => events[key % places] as PastEvent);
}

const ticketRead = kindNamed("tickets.read");

function kindNamed(name: EventKind["name"]): EventKind {
  const kind = ticketsReleaseKinds.find((one) => one.name === name);
  if (!kind) throw new Error(`nothing is released by ${name}`);
  return kind;
}
