import type { Session } from "#accounts";
import type { Evidence } from "#keys";
import type { Actor, Id } from "#platform";
import type { Priority } from "./priority.ts";
import { WrongTicket } from "./refusals.ts";
import { afterLeaving, type Status } from "./status.ts";
import type { Queue, Topic } from "./topic.ts";

/** How it came to us. `call`: by answering a call that was booked. */
export const channels = ["page", "api", "mail", "call"] as const;
export type Channel = (typeof channels)[number];

const nameLettersMax = 40;
const tagsMax = 10;

/** Who asks: a client, or a guest, who has an id of its own that no account has. */
export type Requester = { is: "client" | "guest"; id: Id<"client"> };

type Proof = Exclude<keyof Session["provenAt"], "provider">;

/**
 * The act that opened a ticket. Only one of a signed-in client counts as the client's word: a grant is derived from its
 * session, and from what was proven there and when.
 */
export type Opening = {
  at: Date;
  via: Channel;
  session?: Id<"session">;
  proven?: { by: Proof; at: Date };
};

export type Ticket = {
  id: Id<"ticket">;
  requester: Requester;
  /** Such as `K7QM-4D2X`: what people call it by. It opens nothing. */
  reference: string;
  topic: Topic;
  queue: Queue;
  /** The language that the requester is answered in, a BCP 47 tag. */
  language: string;
  priority: Priority;
  /** The priority that it was given itself, and at which revision: what went on in it before then makes it no more urgent. */
  given: { priority: Priority; revision: number };
  tags: readonly string[];
  opening: Opening;
  openedAt: Date;
  status: Status;
  assignee: { staff: Id<"staff">; since: Date } | undefined;
  /** Who gave it to a queue, the last one last: nobody of them is given it again. */
  givenAwayBy: readonly Id<"staff">[];
  firstRepliedAt: Date | undefined;
  /** Since when what the requester wrote has no answer. */
  waitingSince: Date | undefined;
  /** It was solved at this revision, and went on all the same: what was asked there before then owes no answer. 0 for never. */
  settledRevision: number;
  /** Counts from 1; each change of the ticket is one more. */
  revision: number;
  updatedAt: Date;
  /** The ticket's key, as the keykeeper encrypted it. */
  keyCiphertext: Uint8Array;
  /** The first name that the requester chose, sealed by the ticket's key. */
  name: Sealed | undefined;
  /** The opening as the keykeeper attested it: of a signed-in client's alone. */
  act?: Evidence;
};

/** A ticket that goes on though it was solved: what was asked before then owes no answer. Any other one stays as it is. */
export function settled(ticket: Ticket): Ticket {
  const { status, revision } = ticket;
  return status.is === "solved" ? { ...ticket, settledRevision: revision } : ticket;
}

/** No ticket that went on in it owes anything any more: it stands and owes as before. */
export function leftAlone(ticket: Ticket, by: Actor, now: Date): Ticket {
  return withStatus(ticket, afterLeaving(ticket.status, by, now));
}

/** With another status. Of one that was open for others alone, what was settled counts again as it did before they came. */
export function withStatus(ticket: Ticket, status: Status): Ticket {
  const { status: former, settledRevision } = ticket;
  const { settledBefore = settledRevision } = former.is === "open" ? former : {};
  return { ...ticket, status, settledRevision: settledBefore };
}

/** What is sealed by a ticket's key, with the salt that its own key is made with. */
export type Sealed = { salt: Uint8Array; sealed: Uint8Array };

/** The act by which a signed-in client opens a ticket, as the session shows it now. */
export function openingBy(
  session: Pick<Session, "id" | "provenAt">,
  via: Channel,
  at: Date,
): Opening {
  const strongest = (["passkey", "authenticator", "password"] as const).find(
    (proof) => session.provenAt[proof],
  );
  const provenAt = strongest && session.provenAt[strongest];
  return {
    at,
    via,
    session: session.id,
    ...(strongest && provenAt && { proven: { by: strongest, at: provenAt } }),
  };
}

/**
 * A first name as somebody chose it: one to forty letters, which all show, without piles of marks: it stands in the pages
 * of who answers. @throws {WrongTicket}
 */
export function firstNameFrom(typed: string): string {
  const name = typed.normalize("NFC").trim().replace(/\s+/g, " ");
  const isName =
    name.length <= nameLettersMax &&
    /^\p{L}[\p{L}\p{M}' .’-]*$/u.test(name) &&
    !/\p{Default_Ignorable_Code_Point}|\p{M}{5}/u.test(name);
  if (!isName) {
    throw new WrongTicket(
      "name",
      `Give a first name of 1 to ${nameLettersMax} letters. It needn't be your real one.`,
    );
  }
  return name;
}

/** Tags as they are kept: small letters, digits and dashes, without doubles. @throws {WrongTicket} */
export function tagsFrom(typed: string): string[] {
  const tags = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,]+/)
        .filter(Boolean),
    ),
  ].sort();
  const areTags = tags.every((tag) => /^[a-z][a-z-]{0,29}$/.test(tag)) && tags.length <= tagsMax;
  if (!areTags) {
    throw new WrongTicket(
      "tags",
      `A tag is 1 to 30 letters from a to z and dashes; give ${tagsMax} at most, with spaces between.`,
    );
  }
  return tags;
}
