import { randomInt } from "node:crypto";
import { hasRole, isOnShift, type StaffMember, staffHere } from "#accounts";
import { type Id, type Queryable, system, type Transaction, transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { ticketAssigned } from "../events.ts";
import { type Frozen, frozenFor, isFrozen } from "../frozen.ts";
import { holdTicket, isLive, type Queue, saveTicket, type Ticket } from "../ticket/index.ts";
import { loads, queuesByMember, unassignedTickets } from "./store.ts";

/** Who has this many tickets to do gets no more. */
const loadMax = 20;
const assignedAtOnceMax = 200;

type AssigningDesk = Pick<TicketsDesk, "database" | "appender" | "freezesOf">;

/** What is known of the people beside who they are. */
export type Work = {
  /** How many tickets each still has to do. */
  load: ReadonlyMap<Id<"staff">, number>;
  /** In which queues each works; who isn't there works in all. */
  queues: ReadonlyMap<Id<"staff">, readonly Queue[]>;
  freezes: readonly Frozen[];
};

/**
 * Who could take a ticket now: agents of its queue who are on shift, speak its language and are free, but not who gave it
 * away, or is frozen for its requester. Whoever asks, opens or transfers chooses nobody.
 */
export function freeAgents(
  people: readonly StaffMember[],
  { load, queues, freezes }: Work,
  {
    language,
    queue,
    transferredBy,
    requester,
  }: Pick<Ticket, "language" | "queue" | "transferredBy" | "requester">,
  now: Date,
): StaffMember[] {
  const onShift = people.filter(
    (person) =>
      hasRole(person, "agent") && isOnShift(person, now) && (load.get(person.id) ?? 0) < loadMax,
  );
  const frozen = frozenFor(freezes, requester.id);
  const ofQueue = onShift.filter(
    ({ id }) =>
      id !== transferredBy && !frozen.has(id) && (queues.get(id)?.includes(queue) ?? true),
  );
  return ofQueue.filter((person) => speaks(person, language));
}

function speaks({ languages }: StaffMember, language: string): boolean {
  const [spoken] = language.split("-");
  return languages.some((one) => one.split("-")[0] === spoken);
}

/**
 * Gives a held ticket that nobody has to one of the free agents, drawn uniformly: nobody can arrange for a ticket. Who is
 * frozen for its requester has it no more, also when nobody else is free.
 * @returns the ticket as it is now
 */
export async function assign(
  desk: Pick<AssigningDesk, "appender" | "freezesOf">,
  joining: Transaction,
  ticket: Ticket,
  now: Date,
): Promise<Ticket> {
  if (ticket.queue === "leads" || !isLive(ticket.status)) return ticket;
  const has = ticket.assignee?.staff;
  if (has && !(await isFrozen(desk, joining, has, ticket))) return ticket;
  const people = await staffHere(joining);
  const ids = people.map(({ id }) => id);
  const load = await loads(joining, ids);
  const queues = await queuesByMember(joining);
  const freezes = await desk.freezesOf(joining, ids);
  const free = freeAgents(people, { load, queues, freezes }, ticket, now);
  const drawn = free[free.length > 0 ? randomInt(free.length) : 0];
  if (!drawn && !has) return ticket;
  const assigned = { ...ticket, assignee: drawn && { staff: drawn.id, since: now } };
  await saveTicket(joining, assigned, now);
  if (!drawn) return assigned;
  const details = { staff: drawn.id, among: free.length };
  const columns = { client: ticket.requester.id, ticket: ticket.id };
  await desk.appender.append(system, { kind: ticketAssigned, details, ...columns }, now, joining);
  return assigned;
}

/** Whether any agent here speaks a language, on shift or not: else its tickets would wait for nobody. */
export async function isSpoken(queryable: Queryable, language: string): Promise<boolean> {
  const agents = (await staffHere(queryable)).filter((person) => hasRole(person, "agent"));
  return agents.some((agent) => speaks(agent, language));
}

/** Gives out what waits for somebody: the worker does it every minute, and a shift that begins finds its tickets. */
export async function assignWaiting(desk: AssigningDesk, now: Date): Promise<void> {
  const people = (await staffHere(desk.database)).map(({ id }) => id);
  const freezes = await desk.freezesOf(desk.database, people);
  for (const waiting of await unassignedTickets(desk.database, freezes, assignedAtOnceMax)) {
    await transaction(desk.database, async (joining) => {
      await assign(desk, joining, await holdTicket(joining, waiting), now);
    });
  }
}
