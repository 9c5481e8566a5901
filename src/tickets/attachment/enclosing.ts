import type { KeyObject } from "node:crypto";
import type { Database, Transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import {
  type Accepted,
  acceptMessage,
  type Guard,
  type GuardedParts,
  MessageHeld,
  nothingAround,
  type Written,
  withoutSplitSecrets,
} from "../message/index.ts";
import type { Ticket } from "../ticket/index.ts";
import type { TakenFile } from "./attachment.ts";
import { keepFiles } from "./keeping.ts";
import { FilesRefused, refusalAt } from "./refusals.ts";
import { keptBytes } from "./store.ts";
import { findUpload, takeUpload } from "./uploads.ts";

/** Of one client, in all tickets. */
const clientBytesMax = 1_000_000_000;

/** The files that go with a message: those that came with it, and the tokens of those that waited for it. */
export type Enclosed = { files: readonly TakenFile[]; tokens: readonly string[] };

export const nothingEnclosed: Enclosed = { files: [], tokens: [] };

/**
 * Accepts a message with its files, in one transaction: the guard reads them together.
 * @param ticket held by `joining`
 * @returns what was accepted, with what was taken out of the files too
 * @throws {FilesRefused} a file that waited isn't there any more, or there is no room for this client's
 * @throws {MessageHeld} {TicketClosed} {WrongTicket}
 */
export async function acceptWithFiles(
  desk: Parameters<typeof acceptMessage>[0] & Pick<TicketsDesk, "keykeeper">,
  joining: Transaction,
  ticket: Ticket,
  key: KeyObject,
  written: Written,
  { files, tokens }: Enclosed,
  now: Date,
): Promise<Accepted> {
  const waited: TakenFile[] = [];
  for (const [place, token] of tokens.entries()) {
    const file = await takeUpload(joining, token, now);
    if (!file) throw new FilesRefused([refusalAt(place, "upload_gone")]);
    waited.push(file);
  }
  const all = [...waited, ...files];
  if (all.length > 0 && (await keptBytes(joining, ticket.requester.id)) > clientBytesMax) {
    throw new FilesRefused(all.map((_, place) => refusalAt(place, "no_room")));
  }
  const withTexts = { ...written, fileTexts: textsOf(all) };
  const accepted = await acceptMessage(desk, joining, ticket, key, withTexts, now);
  const guarded = withTextsOf(all, accepted.fileTexts);
  await keepFiles(desk, joining, accepted.ticket, accepted.message, guarded, now);
  const removed = [...accepted.removed, ...guarded.flatMap((file) => file.removed)];
  return { ...accepted, removed: [...new Set(removed)] };
}

/** What waits for its message is guarded with it now: nothing is kept before. @throws {MessageHeld} */
export function guardEnclosed(
  guard: Guard,
  text: string,
  enclosed: Enclosed,
): { text: string; enclosed: Enclosed; removed: readonly string[] } {
  const texts = [text, ...textsOf(enclosed.files)];
  const [message, ...words] = withoutSplitSecrets(guard, texts, nothingAround).parts;
  if (!message) throw new MessageHeld();
  const files = withTextsOf(enclosed.files, words);
  const removed = [message.removed, ...files.map((file) => file.removed)].flat();
  return { text: message.text, enclosed: { ...enclosed, files }, removed: [...new Set(removed)] };
}

/** The files that go with a message, also those that waited for it; without what isn't there any more. */
export async function openEnclosed(
  database: Database,
  { files, tokens }: Enclosed,
  now: Date,
): Promise<TakenFile[]> {
  const waiting = await Promise.all(tokens.map((token) => findUpload(database, token, now)));
  return [...waiting.flatMap((file) => file ?? []), ...files];
}

/** The same files with their words changed. */
export function withFileTexts(
  files: readonly TakenFile[],
  change: (text: string) => string,
): TakenFile[] {
  const changed = textsOf(files).map((text) => ({ text: change(text), removed: [] }));
  return withTextsOf(files, changed);
}

/** The words of the text files among some, in their order. */
export function textsOf(files: readonly TakenFile[]): string[] {
  const texts = files.filter(({ kind }) => kind === "text");
  return texts.map(({ pages }) => Buffer.concat(pages).toString());
}

/** The same files with these words in the text files among them, in their order. */
function withTextsOf(files: readonly TakenFile[], guarded: GuardedParts["parts"]): TakenFile[] {
  const texts = guarded.values();
  return files.map((file) => {
    const part = file.kind === "text" ? texts.next().value : undefined;
    if (!part) return file;
    const removed = [...new Set([...file.removed, ...part.removed])];
    return { ...file, pages: [Buffer.from(part.text)], removed };
  });
}
