import type { Id, Transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import type { Accepted } from "../message/index.ts";
import type { TakenFile } from "./attachment.ts";
import { keepFiles } from "./keeping.ts";
import { FilesRefused, refusalAt } from "./refusals.ts";
import { keptBytes } from "./store.ts";
import { findUpload, keepUploads, takeUpload, type WaitingFile } from "./uploads.ts";

/** Of one client, in all tickets. */
const clientBytesMax = 1_000_000_000;

/** The files that go with a message: those that came with it, and the tokens of those that waited for it. */
export type Enclosed = { files: readonly TakenFile[]; tokens: readonly string[] };

export const nothingEnclosed: Enclosed = { files: [], tokens: [] };

/**
 * The files belong to a message that was accepted just now, in its transaction.
 * @returns what was accepted, with what was taken out of the files too
 * @throws {FilesRefused} a file that waited isn't there any more, or there is no room for this client's
 */
export async function attach(
  desk: Pick<TicketsDesk, "appender" | "keykeeper">,
  joining: Transaction,
  accepted: Accepted,
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
  const { requester } = accepted.ticket;
  if (all.length > 0 && (await keptBytes(joining, requester.id)) > clientBytesMax) {
    throw new FilesRefused(all.map((_, place) => refusalAt(place, "no_room")));
  }
  await keepFiles(desk, joining, accepted.ticket, accepted.message, all, now);
  const removed = [...accepted.removed, ...all.flatMap((file) => file.removed)];
  return { ...accepted, removed: [...new Set(removed)] };
}

/** The message waits, or wasn't sent: its files wait too. @returns all of them @throws {UploadsFull} */
export async function waitFor(
  database: Parameters<typeof findUpload>[0],
  owner: Id<"client">,
  { files, tokens }: Enclosed,
  now: Date,
): Promise<WaitingFile[]> {
  const found = await Promise.all(tokens.map((token) => findUpload(database, token, now)));
  const before = tokens.flatMap((token, place) => {
    const file = found[place];
    return file ? { token, kind: file.kind } : [];
  });
  return [...before, ...(await keepUploads(database, owner, files, now))];
}
