import type { KeyObject } from "node:crypto";
import { pendingChallenges } from "#accounts";
import { type Actor, type Id, newId, system, type Transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { messageAdded, offerRecognised } from "../events.ts";
import { forLeads, holdsOffer } from "../offer/index.ts";
import { type SavingDesk, saveTicket } from "../saving.ts";
import { sealText } from "../sealing/index.ts";
import {
  afterReply,
  afterRequester,
  type Channel,
  settled,
  type Ticket,
  WrongTicket,
} from "../ticket/index.ts";
import { type Earlier, type GuardedParts, refuseAsking, withoutSplitSecrets } from "./guarding.ts";
import { messageLettersMax, type ReadMessage } from "./message.ts";
import { readMessages, readMessagesWithFiles } from "./read.ts";
import { insertMessage, shredMessages } from "./store.ts";

/** Control characters but tabs and line ends (C0, C1); overrides, embeddings and isolates of direction (UAX 9). */
const hidden = /[^\P{Cc}\t\n]|[\u202a-\u202e\u2066-\u2069]/gu;

export const messageShredded = "tickets.message_shredded";

/** What somebody wrote, as it came in. */
export type Written = {
  author: Actor;
  text: string;
  /** The words of the text files that go with it. */
  fileTexts?: readonly string[];
  isPublic: boolean;
  via: Channel;
  /** A mail that says that no person wrote it: nobody waits for an answer to it. */
  isOfMachine?: boolean;
  /** Somebody of another team said that it asks for nothing, though the guard thinks so. */
  isReleased?: true;
};

export type Accepted = {
  message: Id<"msg">;
  /** The ticket as it is now. */
  ticket: Ticket;
  /** The kinds of secrets that were taken out. */
  removed: readonly string[];
  /** The words of its text files that may be kept. */
  fileTexts: GuardedParts["parts"];
  /** How many former messages held a part of one. */
  shredded: number;
};

/**
 * The one place where a message is accepted, whoever wrote it and on whichever channel. The guard reads it first, in
 * memory; what it takes out is never stored or logged. The ticket is held, so that two messages at once are read
 * one after the other, and no secret is split between them unseen.
 * @param ticket held by `joining`
 * @throws {MessageHeld} {MessageStopped} {TicketClosed} {WrongTicket}
 */
export async function acceptMessage(
  desk: Pick<TicketsDesk, "recordErasure" | "guard"> & SavingDesk,
  joining: Transaction,
  ticket: Ticket,
  key: KeyObject,
  written: Written,
  now: Date,
): Promise<Accepted> {
  const { author, isPublic, via } = written;
  const isOurs = author.is !== "client";
  const text = bodyFrom(written.text);
  const read = isOurs ? readMessages : readMessagesWithFiles;
  const before = await read(joining, ticket, key);
  const earlier = before.map(earlierFrom);
  const pending = isOurs ? [] : await pendingChallenges(joining, ticket.requester.id, now);
  const texts = [text, ...(written.fileTexts ?? [])];
  const { parts, shred } = withoutSplitSecrets(desk.guard, texts, { isOurs, earlier, pending });
  const [guarded = { text, removed: [] }, ...fileTexts] = parts;
  if (isOurs && isPublic && !written.isReleased) {
    refuseAsking(desk.guard, text, earlier);
  }
  const id = newId("msg", now);
  const sealed = sealText(key, { is: "message", of: id }, guarded.text);
  const words = fileTexts.map((file) => file.text).join("\n");
  const files = words === "" ? undefined : sealText(key, { is: "message_files", of: id }, words);
  const message = { id, author, isPublic, via, writtenAt: now, removed: guarded.removed };
  const place = { number: before.length + 1, revision: ticket.revision };
  await insertMessage(joining, ticket, message, place, { ...sealed, files });
  const shredded = shred.flatMap((place) => before[place]?.id ?? []);
  await shredMessages(joining, ticket.requester.id, ticket.id, shredded, now);
  const after = afterMessage(ticket, written, now);
  const said = parts.map((part) => part.text).join("\n");
  const isOffer = !isOurs && after.queue !== "leads" && holdsOffer(said);
  const next = isOffer ? forLeads(after) : after;
  await saveTicket(desk, joining, ticket, next, now);
  const details = { message: id, public: isPublic, via, removed: guarded.removed, shredded };
  const columns = { client: ticket.requester.id, ticket: ticket.id };
  await desk.appender.append(author, { kind: messageAdded, details, ...columns }, now, joining);
  if (isOffer) {
    const offer = { kind: offerRecognised, details: { message: id }, ...columns };
    await desk.appender.append(system, offer, now, joining);
  }
  for (const one of shredded) {
    const ids = { client: ticket.requester.id, ticket: ticket.id, message: one };
    await desk.recordErasure({ kind: messageShredded, at: now, ids });
  }
  const { removed } = guarded;
  return { message: id, ticket: next, removed, fileTexts, shredded: shredded.length };
}

/** The ticket after a message. A note, and what a machine writes, changes nothing but that there is one. */
function afterMessage(ticket: Ticket, written: Written, now: Date): Ticket {
  const { author, isPublic, isOfMachine = false } = written;
  if (author.is === "client") {
    const status = afterRequester(ticket.status, author, now); // a closed ticket takes nothing, of nobody
    if (isOfMachine) return ticket;
    return { ...settled(ticket), status, waitingSince: ticket.waitingSince ?? now };
  }
  if (!isPublic) return ticket;
  const status = afterReply(ticket.status, author, now);
  const firstRepliedAt = ticket.firstRepliedAt ?? now;
  return { ...ticket, status, firstRepliedAt, waitingSince: undefined };
}

/**
 * What somebody typed as it is kept: without control characters, which show nothing, and without those that turn the
 * order of letters about, by which a text reads as another one than it is. @throws {WrongTicket}
 */
export function bodyFrom(typed: string): string {
  const text = typed.replace(/\r\n?/g, "\n").replace(hidden, "").trim();
  if (text !== "" && text.length <= messageLettersMax && text.isWellFormed()) return text;
  throw new WrongTicket("text", `Write something, in ${messageLettersMax} letters at most.`);
}

export function earlierFrom({ author, isPublic, text = "" }: ReadMessage): Earlier {
  return { isOurs: author.is !== "client", isPublic, text };
}
