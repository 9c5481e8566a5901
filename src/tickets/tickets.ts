import type { KeyObject } from "node:crypto";
import type { ClientSession } from "#accounts";
import type { Evidence } from "#keys";
import type { EventKind } from "#ledger";
import { type Actor, type Id, newId, system, type Transaction } from "#platform";
import { assign } from "./assignment/index.ts";
import {
  type Attachment,
  acceptWithFiles,
  attachmentsOf,
  type Enclosed,
  nothingEnclosed,
} from "./attachment/index.ts";
import type { TicketsDesk } from "./desk.ts";
import { ticketAssigned, ticketOpened } from "./events.ts";
import {
  type Accepted,
  nothingAround,
  type ReadMessage,
  readMessages,
  withoutSecrets,
} from "./message/index.ts";
import { saveTicket } from "./saving.ts";
import { openText, sealText, TicketKeys } from "./sealing/index.ts";
import {
  attestOpening,
  type Channel,
  firstNameFrom,
  holdTicket,
  insertTicket,
  newReference,
  type Opening,
  opened,
  openingBy,
  queueFor,
  type Requester,
  type Ticket,
  TicketUnknown,
  type Topic,
  ticketById,
} from "./ticket/index.ts";

/** What somebody asks, as it was typed. */
export type Question = {
  topic: Topic;
  name: string;
  text: string;
  language: string;
  enclosed?: Enclosed;
};

/** What comes by mail or by a call: what a mail calls its sender is no name that somebody chose for us. */
export type Unnamed = Omit<Question, "name"> & {
  name?: undefined;
  /** Who talks with the requester already: then nobody is drawn. */
  agent?: Id<"staff">;
};

/** A ticket's id and key, made before there is the ticket. */
export type Prepared = {
  id: Id<"ticket">;
  key: KeyObject;
  ciphertext: Uint8Array;
  /** What a signed-in client does by opening it. */
  act?: Evidence;
};

/** What happens with a ticket whose requester's address is proven. */
export type Proven = (joining: Transaction, ticket: Ticket, now: Date) => Promise<void>;

const nothing: Proven = async () => {};

/** A requester who is about to write on in an own ticket. */
export type Writing = { author: Actor; found: Ticket; key: KeyObject };

/** A ticket that somebody looks at, with its words. */
export type Conversation = {
  ticket: Ticket;
  /** The first name that the requester chose. */
  name: string | undefined;
  messages: readonly ReadMessage[];
  /** The files that came with them, as they are listed. */
  attachments: readonly Attachment[];
};

/** Tickets as they are opened, read and answered. */
export class Tickets {
  readonly desk: TicketsDesk;
  readonly keys: TicketKeys;
  /** Asked when a guest's words are about to become a ticket: what else happens in the transaction in which they do. */
  onProving: (question: Question, now: Date) => Promise<Proven> = async () => nothing;

  constructor(desk: TicketsDesk) {
    this.desk = desk;
    this.keys = new TicketKeys(desk);
  }

  /**
   * A signed-in client opens a ticket: an act of the client's own, which is kept with what was proven. It is there, or not,
   * with the caller's transaction.
   * @param prepared made before the transaction: whoever holds a connection doesn't wait for another one
   * @throws {WrongTicket} {MessageHeld} {FilesRefused}
   */
  async openSignedIn(
    joining: Transaction,
    session: ClientSession,
    question: Question | Unnamed,
    via: Channel,
    now: Date,
    prepared: Prepared,
  ): Promise<Accepted> {
    const requester = { is: "client", id: session.holder.id } as const;
    const opening = openingBy(session, via, now);
    return await this.open(joining, requester, question, opening, now, prepared);
  }

  /** A ticket with its first message, in the caller's transaction. @throws {WrongTicket} {MessageHeld} */
  async open(
    joining: Transaction,
    requester: Requester,
    { enclosed = nothingEnclosed, ...question }: Question | Unnamed,
    opening: Opening,
    now: Date,
    made: Prepared,
  ): Promise<Accepted> {
    const { topic, name, text, language } = question;
    const agent = "agent" in question ? question.agent : undefined;
    const author: Actor = { is: "client", id: requester.id };
    const first =
      name === undefined
        ? undefined
        : withoutSecrets(this.desk.guard, firstNameFrom(name), nothingAround).text;
    const { id } = made;
    const ticket: Ticket = {
      ...{ id, requester, topic, language, opening, tags: [], priority: "normal" },
      given: { priority: "normal", revision: 0 },
      reference: newReference(),
      queue: queueFor(topic),
      openedAt: now,
      status: opened(author, now),
      assignee: agent && { staff: agent, since: now },
      givenAwayBy: [],
      firstRepliedAt: undefined,
      waitingSince: agent ? undefined : now,
      settledRevision: 0,
      revision: 1,
      updatedAt: now,
      keyCiphertext: made.ciphertext,
      ...(made.act && { act: made.act }),
      name: first === undefined ? undefined : sealText(made.key, { is: "name", of: id }, first),
    };
    await insertTicket(joining, ticket);
    if (agent) await saveTicket(this.desk, joining, ticket, ticket, now);
    const written = { author, text, isPublic: true, via: opening.via };
    const accepted = await acceptWithFiles(
      this.desk,
      joining,
      ticket,
      made.key,
      written,
      enclosed,
      now,
    );
    const { session, proven } = opening;
    const details = {
      ...{ requester: requester.is, via: opening.via, topic, queue: ticket.queue },
      ...(session && { session }),
      ...(proven && { proof: proven.by }),
    };
    await this.append(author, ticket, ticketOpened, details, now, joining);
    if (agent)
      await this.append(system, ticket, ticketAssigned, { staff: agent, among: 1 }, now, joining);
    return { ...accepted, ticket: await assign(this.desk, joining, accepted.ticket, now) };
  }

  async prepare(requester: Id<"client">, now: Date): Promise<Prepared> {
    const id = newId("ticket", now);
    return { id, ...(await this.keys.make(requester, id)) };
  }

  /** The same for a signed-in client, whose act is attested. */
  async prepareSignedIn(
    session: ClientSession,
    { topic, via }: { topic: Topic; via: Channel },
    now: Date,
  ): Promise<Prepared> {
    const prepared = await this.prepare(session.holder.id, now);
    const { keykeeper } = this.desk;
    const act = await attestOpening(keykeeper, session, { ticket: prepared.id, topic, via }, now);
    return { ...prepared, act };
  }

  /** What the requester needs to write on, before a transaction. @throws {TicketUnknown} */
  async writing(requester: Id<"client">, id: Id<"ticket">, now: Date): Promise<Writing> {
    const found = await this.findFor(requester, id);
    const author: Actor = { is: "client", id: requester };
    return { author, found, key: await this.keys.read(author, found, now) };
  }

  /** The requester writes on. @throws {TicketClosed} {WrongTicket} {MessageHeld} {FilesRefused} */
  async write(
    joining: Transaction,
    { author, found, key }: Writing,
    { text, enclosed = nothingEnclosed }: Pick<Question, "text" | "enclosed">,
    via: Channel,
    now: Date,
  ): Promise<Accepted> {
    const ticket = await holdTicket(joining, found);
    const written = { author, text, isPublic: true, via };
    const accepted = await acceptWithFiles(this.desk, joining, ticket, key, written, enclosed, now);
    return { ...accepted, ticket: await assign(this.desk, joining, accepted.ticket, now) };
  }

  /** A requester's own ticket. @throws {TicketUnknown} */
  async findFor(requester: Id<"client">, id: Id<"ticket">): Promise<Ticket> {
    const ticket = await ticketById(this.desk.database, id);
    if (ticket?.requester.id !== requester) throw new TicketUnknown();
    return ticket;
  }

  /**
   * A ticket with its words, for somebody who may read it: the look is an event.
   * @throws {KeykeeperRefused}
   */
  async read(reader: Actor, ticket: Ticket, now: Date): Promise<Conversation> {
    const key = await this.keys.read(reader, ticket, now);
    const { database } = this.desk;
    const messages = await readMessages(database, ticket, key);
    const attachments = await attachmentsOf(database, ticket);
    const { name, id } = ticket;
    const isOurs = reader.is !== "client";
    return {
      ticket,
      name: name && openText(key, { is: "name", of: id }, name),
      messages: messages.filter(({ isPublic }) => isOurs || isPublic),
      attachments,
    };
  }

  async append<Details>(
    actor: Actor,
    { requester, id }: Pick<Ticket, "requester" | "id">,
    kind: EventKind<Details>,
    details: Details,
    now: Date,
    joining: Transaction,
  ): Promise<void> {
    const columns = { client: requester.id, ticket: id };
    await this.desk.appender.append(actor, { kind, details, ...columns }, now, joining);
  }
}
