import { randomInt } from "node:crypto";
import { hasRole, isOnShift, type StaffMember, staffById, staffHere } from "#accounts";
import { forEach, type Id, type Queryable, system, type Transaction, transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { ticketAssigned } from "../events.ts";
import { type Frozen, frozenFor, isFrozen } from "../frozen.ts";
import { type SavingDesk, saveTicket } from "../saving.ts";
import { holdTicket, isLive, type Queue, type Ticket } from "../ticket/index.ts";
import { forgetLeft, loads, queuesByMember, type Waiting, waitingTickets } from "./store.ts";

/** Who has this many tickets to do gets no more. */
const loadMax = 20;
const assignedAtOnceMax = 200;
const readAtOnceMax = 500;

type AssigningDesk = Pick<TicketsDesk, "database" | "freezesOf"> & SavingDesk;

/** What is known of the people beside who they are. */
export type Work = {
  /** How many tickets each still has to do. */
  load: ReadonlyMap<Id<"staff">, number>;
  /** In which queues each works; who isn't there works in all. */
  queues: ReadonlyMap<Id<"staff">, readonly Queue[]>;
  freezes: readonly Frozen[];
};

type Wanted = Pick<Ticket, "language" | "queue" | "givenAwayBy" | "requester">;

/**
 * Who could take a ticket now: agents of its queue who are on shift, speak its language and are free, but nobody who ever
 * gave it away, or is frozen for its requester. Whoever asks, opens or transfers chooses nobody.
 */
export function freeAgents(
  people: readonly StaffMember[],
  work: Work,
  ticket: Wanted,
  now: Date,
): StaffMember[] {
  return takersOf(ticket, agentsAtWork(people, now), work);
}

function agentsAtWork(people: readonly StaffMember[], now: Date): StaffMember[] {
  return people.filter((person) => hasRole(person, "agent") && isOnShift(person, now));
}

function takersOf(
  { language, queue, givenAwayBy, requester }: Wanted,
  atWork: readonly StaffMember[],
  { load, queues, freezes }: Work,
): StaffMember[] {
  const free = atWork.filter(({ id }) => (load.get(id) ?? 0) < loadMax);
  const frozen = frozenFor(freezes, requester.id);
  const ofQueue = free.filter(
    ({ id }) =>
      !givenAwayBy.includes(id) && !frozen.has(id) && (queues.get(id)?.includes(queue) ?? true),
  );
  return ofQueue.filter((person) => speaks(person, language));
}

function speaks({ languages }: StaffMember, language: string): boolean {
  const [spoken] = language.split("-");
  return languages.some((one) => one.split("-")[0] === spoken);
}

/**
 * Gives a held ticket that nobody has to one of the free agents, drawn uniformly: nobody can arrange for a ticket. Who is no
 * agent here any more, by whichever way, or is frozen for its requester, has it no more, also when nobody else is free.
 * @returns the ticket as it is now
 */
export async function assign(
  desk: Omit<AssigningDesk, "database">,
  joining: Transaction,
  ticket: Ticket,
  now: Date,
): Promise<Ticket> {
  if (ticket.queue === "leads" || !isLive(ticket.status)) return ticket;
  const has = ticket.assignee?.staff;
  if (has && (await mayKeep(desk, joining, has, ticket))) return ticket;
  const people = await staffHere(joining);
  const free = freeAgents(people, await workOf(desk, joining, people), ticket, now);
  const drawn = free[free.length > 0 ? randomInt(free.length) : 0];
  if (!drawn && !has) return ticket;
  const assigned = { ...ticket, assignee: drawn && { staff: drawn.id, since: now } };
  await saveTicket(desk, joining, ticket, assigned, now);
  if (!drawn) return assigned;
  const details = { staff: drawn.id, among: free.length };
  const columns = { client: ticket.requester.id, ticket: ticket.id };
  await desk.appender.append(system, { kind: ticketAssigned, details, ...columns }, now, joining);
  return assigned;
}

/** Whether who has a ticket is an agent here still, and not frozen for its requester. */
async function mayKeep(
  desk: Pick<AssigningDesk, "freezesOf">,
  queryable: Queryable,
  id: Id<"staff">,
  ticket: Ticket,
): Promise<boolean> {
  const member = await staffById(queryable, id);
  const isAgent = member !== undefined && hasRole(member, "agent");
  return isAgent && !(await isFrozen(desk, queryable, id, ticket));
}

async function workOf(
  desk: Pick<AssigningDesk, "freezesOf">,
  queryable: Queryable,
  people: readonly StaffMember[],
): Promise<Work> {
  const ids = people.map(({ id }) => id);
  const load = await loads(queryable, ids);
  const queues = await queuesByMember(queryable);
  return { load, queues, freezes: await desk.freezesOf(queryable, ids) };
}

/** Whether any agent here speaks a language, on shift or not: else its tickets would wait for nobody. */
export async function isSpoken(queryable: Queryable, language: string): Promise<boolean> {
  const agents = (await staffHere(queryable)).filter((person) => hasRole(person, "agent"));
  return agents.some((agent) => speaks(agent, language));
}

/**
 * Gives out what waits for somebody: the worker does it every minute, and a shift that begins finds its tickets. Whatever
 * became of somebody, by a command, a page or a crash, what that person had waits too. What was given counts at once: what
 * nobody can take any more is passed over, and takes nothing of what is given at once.
 */
export async function assignWaiting(desk: AssigningDesk, now: Date): Promise<void> {
  const { database } = desk;
  const people = await staffHere(database);
  const here = people.map(({ id }) => id);
  await forgetLeft(database, here);
  let work = await workOf(desk, database, people);
  const atWork = agentsAtWork(people, now);
  const agents = people.filter((person) => hasRole(person, "agent")).map(({ id }) => id);
  let left = assignedAtOnceMax;
  const takeable = async function* () {
    for await (const waiting of allWaiting(database, { agents, freezes: work.freezes })) {
      if (left === 0) return;
      if (waiting.assignee || takersOf(waiting, atWork, work).length > 0) yield waiting;
    }
  };
  await forEach(takeable(), async (waiting) => {
    if (await giveOut(desk, waiting, now)) left -= 1;
    work = { ...work, load: await loads(database, here) };
  });
}

async function* allWaiting(
  queryable: Queryable,
  { agents, freezes }: Pick<Parameters<typeof waitingTickets>[2], "agents" | "freezes">,
): AsyncGenerator<Waiting> {
  let after: Waiting | undefined;
  do {
    const read = await waitingTickets(queryable, readAtOnceMax, { agents, freezes, after });
    yield* read;
    after = read.length === readAtOnceMax ? read.at(-1) : undefined;
  } while (after);
}

/** Whether somebody else has a ticket now than before, or nobody any more. */
async function giveOut(desk: AssigningDesk, waiting: Waiting, now: Date): Promise<boolean> {
  return await transaction(desk.database, async (joining) => {
    const ticket = await holdTicket(joining, waiting);
    return (await assign(desk, joining, ticket, now)) !== ticket;
  });
}
