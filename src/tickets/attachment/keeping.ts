import { createSecretKey, type KeyObject, randomBytes } from "node:crypto";
import { beginLooks } from "#accounts";
import { seal, unseal } from "#keys";
import { type Actor, type Id, idBytes, newId, shortTransaction, type Transaction } from "#platform";
import type { TicketsDesk } from "../desk.ts";
import { attachmentAdded, attachmentOpened } from "../events.ts";
import { isFrozen } from "../frozen.ts";
import { type Ticket, TicketUnknown } from "../ticket/index.ts";
import { fileNameOf, mediaTypeOf, type TakenFile } from "./attachment.ts";
import { AttachmentUnknown } from "./refusals.ts";
import { attachmentsOf, insertAttachment, insertOpening, insertPage, sealedPage } from "./store.ts";

/** Where attachments' keys are encrypted; the field is the attachment's id. */
export const attachmentKeyTable = "tickets.attachments";
const version = 1;
const keyBytes = 32;

type KeepingDesk = Pick<TicketsDesk, "appender" | "keykeeper">;

/**
 * Keeps the files of a message, each sealed by a key of its own, which is the requester's keykeeper's to give.
 * @param ticket held by `joining`
 */
export async function keepFiles(
  { appender, keykeeper }: KeepingDesk,
  joining: Transaction,
  ticket: Pick<Ticket, "requester" | "id">,
  message: Id<"msg">,
  files: readonly TakenFile[],
  now: Date,
): Promise<void> {
  const client = ticket.requester.id;
  for (const { kind, pages, scan, removed } of files) {
    const id = newId("attachment", now);
    const bytes = randomBytes(keyBytes);
    const place = { table: attachmentKeyTable, field: id, client, version };
    const value = bytes.toString("base64url");
    const { ciphertext } = await keykeeper.encrypt({ ...place, kind: "text", value });
    const key = createSecretKey(bytes);
    const size = pages.reduce((sum, { length }) => sum + length, 0);
    const what = { kind, pageCount: pages.length, bytes: size, scan, removed };
    const about = { ...what, id, message, addedAt: now };
    await insertAttachment(joining, ticket, about, ciphertext);
    for (const [index, page] of pages.entries()) {
      const sealed = seal(key, page, boundTo(id, index + 1));
      await insertPage(joining, ticket, id, index + 1, sealed);
    }
    const details = { attachment: id, message, kind, pages: pages.length, scan: scan.is };
    const columns = { client, ticket: ticket.id };
    const event = { kind: attachmentAdded, details, ...columns };
    await appender.append({ is: "client", id: client }, event, now, joining);
  }
}

/** A page of an attachment, as it may be sent to who opened it. */
export type OpenedPage = { bytes: Uint8Array; mediaType: string; fileName: string };

/**
 * Opens one page of an attachment, for somebody who may read its ticket now. The opening is an event of its own, committed
 * before the keykeeper gives out the key: no byte is there before.
 * @param page from 1
 * @throws {AttachmentUnknown} {TicketUnknown} {KeykeeperRefused}
 */
export async function openAttachment(
  desk: Pick<TicketsDesk, "appender" | "keykeeper" | "database" | "freezesOf">,
  reader: Actor,
  ticket: Pick<Ticket, "requester" | "id">,
  id: Id<"attachment">,
  page: number,
  now: Date,
): Promise<OpenedPage> {
  const { appender, keykeeper, database } = desk;
  const found = (await attachmentsOf(database, ticket)).find((one) => one.id === id);
  const kept = found && (await sealedPage(database, ticket, id, page));
  if (!found || !kept) throw new AttachmentUnknown();
  const client = ticket.requester.id;
  const place = { field: id, client, version };
  const columns = { field: id, client, ticket: ticket.id, decision: "allow" as const };
  const open = async (joining: Transaction) => {
    if (reader.is === "staff") {
      if (await isFrozen(desk, joining, reader.id, ticket)) throw new TicketUnknown();
      await insertOpening(joining, ticket, id, newId("opening", now), now);
    }
    const details = { kind: found.kind, page, version };
    return await appender.append(
      reader,
      { kind: attachmentOpened, details, ...columns },
      now,
      joining,
    );
  };
  const looking = reader.is === "staff" ? [beginLooks([reader.id])] : [];
  const { event } = await shortTransaction(database, open, looking);
  const asked = { ...place, table: attachmentKeyTable, event, ciphertext: kept.keyCiphertext };
  const bytes = Buffer.from(await keykeeper.decrypt(asked), "base64url");
  const key = createSecretKey(bytes);
  bytes.fill(0);
  const plain = opened(key, id, page, kept.sealed);
  return { bytes: plain, mediaType: mediaTypeOf(found.kind), fileName: fileNameOf(found, page) };
}

function opened(key: KeyObject, id: Id<"attachment">, page: number, sealed: Uint8Array): Buffer {
  const plain = unseal(key, sealed, boundTo(id, page));
  if (!plain) throw new Error(`page ${page} of ${id} doesn't open`);
  return plain;
}

/** What a sealed page is bound to: put in another's place it doesn't open. */
function boundTo(id: Id<"attachment">, page: number): Buffer {
  return Buffer.concat([Buffer.from(`holdfast/tickets/attachment/1\0${page}\0`), idBytes(id)]);
}
