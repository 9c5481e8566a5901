import { z } from "@hono/zod-openapi";
import type { EventKind } from "#ledger";
import { reportEventKinds } from "./report-events.ts";
import { webhookEventKinds } from "./webhook/index.ts";

const about = { client: "required", ticket: "required" } as const;
const message = z.string().startsWith("msg_");
const fileKind = z.enum(["picture", "document", "text"]);
const code = z.string().regex(/^[a-z_]{1,40}$/);
const channel = z.enum(["page", "api", "mail", "call"]);

function kind<Details>(name: string, details: z.ZodType<Details>): EventKind<Details> {
  return { name: `tickets.${name}`, version: 1, columns: about, details };
}

/** `session` and `proof` only of what a signed-in client opened: a grant is derived from them. */
export const ticketOpened = kind(
  "opened",
  z.strictObject({
    requester: z.enum(["client", "guest"]),
    via: channel,
    topic: code,
    queue: code,
    session: z.string().startsWith("session_").optional(),
    proof: code.optional(),
  }),
);

/** Somebody reads a ticket: the keykeeper gives out its key for this event. The field is the ticket's id. */
export const ticketRead: EventKind<{ version: number }> = {
  name: "tickets.read",
  version: 1,
  columns: { ...about, field: "required", decision: "required" },
  details: z.strictObject({ version: z.int() }),
};

/** `removed`: what kinds of secrets were taken out; `shredded`: former messages that held a part of one. */
export const messageAdded = kind(
  "message_added",
  z.strictObject({
    message,
    public: z.boolean(),
    via: channel,
    removed: z.array(code),
    shredded: z.array(message),
  }),
);

/** The guard stopped what somebody on the staff would have sent: which items it asks for, and none of its words. */
export const messageStopped = kind(
  "message_stopped",
  z.strictObject({ decision: z.enum(["block", "hold"]), items: z.array(code) }),
);

export const releaseAsked = kind(
  "release_asked",
  z.strictObject({ stopped: message, approval: z.string().startsWith("approval_") }),
);

export const messageReleased = kind(
  "message_released",
  z.strictObject({ message, approval: z.string().startsWith("approval_") }),
);

export const ticketAssigned = kind(
  "assigned",
  z.strictObject({ staff: z.string().startsWith("staff_"), among: z.int().positive() }),
);

export const ticketTransferred = kind("transferred", z.strictObject({ from: code, to: code }));

export const statusChanged = kind("status_changed", z.strictObject({ from: code, to: code }));

/** How many tags were added and taken away: their words stand in the database alone. */
export const ticketTagged = kind(
  "tagged",
  z.strictObject({ added: z.int().nonnegative(), removed: z.int().nonnegative() }),
);

export const priorityChanged = kind("priority_changed", z.strictObject({ from: code, to: code }));

export const ticketMerged = kind(
  "merged",
  z.strictObject({ into: z.string().startsWith("ticket_") }),
);

/** It goes on by itself again. */
export const ticketTakenApart = kind(
  "taken_apart",
  z.strictObject({ from: z.string().startsWith("ticket_") }),
);

/** In which queues somebody is given tickets from now on. */
export const queuesSet: EventKind<{ staff: string; queues: string[] }> = {
  name: "tickets.queues_set",
  version: 1,
  columns: {},
  details: z.strictObject({ staff: z.string().startsWith("staff_"), queues: z.array(code) }),
};

/** A message from outside offers money for access or data: its ticket went to the leads. */
export const offerRecognised = kind("offer_recognised", z.strictObject({ message }));

/** A file came with a message: its kind, and nothing that is in it. */
export const attachmentAdded = kind(
  "attachment_added",
  z.strictObject({
    attachment: z.string().startsWith("attachment_"),
    message,
    kind: fileKind,
    pages: z.int().positive(),
    scan: z.enum(["not_scanned", "clean"]),
  }),
);

/** Somebody opens a page of an attachment: the keykeeper gives out its key for this event. The field is the attachment's id. */
export const attachmentOpened: EventKind<{
  kind: z.infer<typeof fileKind>;
  page: number;
  version: number;
}> = {
  name: "tickets.attachment_opened",
  version: 1,
  columns: ticketRead.columns,
  details: z.strictObject({ kind: fileKind, page: z.int().positive(), version: z.int() }),
};

/** By which staff are shown something of a client: the words of a ticket, or a file that came with them. */
export const ticketsReleaseKinds = [ticketRead, attachmentOpened] as readonly EventKind[];

export const ticketsEventKinds = [
  ticketOpened,
  ticketRead,
  messageAdded,
  messageStopped,
  releaseAsked,
  messageReleased,
  ticketAssigned,
  ticketTransferred,
  statusChanged,
  ticketTagged,
  priorityChanged,
  ticketMerged,
  ticketTakenApart,
  queuesSet,
  offerRecognised,
  attachmentAdded,
  attachmentOpened,
  ...reportEventKinds,
  ...webhookEventKinds,
] as readonly EventKind[];
