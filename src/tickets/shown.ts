import { z } from "@hono/zod-openapi";
import { accountOf } from "#accounts";
import type { Database } from "#platform";
import { type Attachment, fileKinds, mediaTypeOf } from "./attachment/index.ts";
import type { ReadMessage } from "./message/index.ts";
import { priorities, statusNames, type Ticket, type Topic, topics } from "./ticket/index.ts";

/** What a ticket is about, as a closed list. */
export const subjects = z.enum(topics as [Topic, ...Topic[]]);

/** A ticket as programs see it: where it stands, and no words. */
export const shownTicket = z
  .object({
    id: z.string(),
    reference: z.string(),
    subject: subjects.openapi({ description: "What it is about" }),
    status: z.enum(statusNames),
    priority: z.enum(priorities),
    tags: z.array(z.string()),
    requester: z
      .object({ account: z.string() })
      .nullable()
      .openapi({ description: "The public account id; null for who has no account" }),
    via: z.object({ channel: z.string() }),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .openapi("Ticket");

/** A file as programs see it: what came isn't there any more, and has no name. */
const shownAttachment = z
  .object({
    id: z.string(),
    kind: z.enum(fileKinds),
    content_type: z.string(),
    size: z.number().openapi({ description: "Bytes of all its pages" }),
    scanned: z.boolean().openapi({ description: "False is not clean: nobody looked" }),
    content_urls: z.array(z.string()).openapi({ description: "One for each page" }),
  })
  .openapi("Attachment");

/** A message as programs see it. */
export const shownComment = z
  .object({
    id: z.string(),
    public: z.boolean(),
    author: z.enum(["requester", "support"]),
    body: z
      .string()
      .nullable()
      .openapi({ description: "Null when it was destroyed, since with another it held a secret" }),
    removed: z
      .array(z.string())
      .openapi({ description: "Kinds of secrets that were taken out before it was kept" }),
    attachments: z.array(shownAttachment),
    via: z.object({ channel: z.string() }),
    created_at: z.string(),
  })
  .openapi("Comment");

export async function ticketShown(
  database: Database,
  ticket: Ticket,
): Promise<z.infer<typeof shownTicket>> {
  const { requester, opening, status } = ticket;
  const isClient = requester.is === "client";
  const account = isClient ? await accountOf(database, requester.id) : undefined;
  return {
    id: ticket.id,
    reference: ticket.reference,
    subject: ticket.topic,
    status: status.is,
    priority: ticket.priority,
    tags: [...ticket.tags],
    requester: account ? { account: account.publicId } : null,
    via: { channel: opening.via },
    created_at: ticket.openedAt.toISOString(),
    updated_at: ticket.updatedAt.toISOString(),
  };
}

export function commentShown(
  message: ReadMessage,
  ticket: Pick<Ticket, "id">,
  attachments: readonly Attachment[],
): z.infer<typeof shownComment> {
  const own = attachments.filter((attachment) => attachment.message === message.id);
  return {
    attachments: own.map((attachment) => attachmentShown(attachment, ticket)),
    id: message.id,
    public: message.isPublic,
    author: message.author.is === "client" ? "requester" : "support",
    body: message.text ?? null,
    removed: [...message.removed],
    via: { channel: message.via },
    created_at: message.writtenAt.toISOString(),
  };
}

function attachmentShown(
  { id, kind, bytes, scan, pageCount }: Attachment,
  ticket: Pick<Ticket, "id">,
): z.infer<typeof shownAttachment> {
  const path = `/v1/tickets/${ticket.id}/attachments/${id}/pages`;
  return {
    id,
    kind,
    content_type: mediaTypeOf(kind),
    size: bytes,
    scanned: scan.is === "clean",
    content_urls: Array.from({ length: pageCount }, (_, index) => `${path}/${index + 1}`),
  };
}
