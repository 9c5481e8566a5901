import { z } from "@hono/zod-openapi";
import type { Permit } from "#keys";
import type { StoredEvent } from "#ledger";
import { HoldfastError, type Refusal } from "#platform";
import { fieldClasses, fieldNames } from "#policy";
import { openingActSchema } from "#tickets";
import { predicateAnswered, removed, revealed } from "../events.ts";
import { fieldTable } from "../field.ts";
import {
  accessApprovedSchema,
  isApprovedByPasskey,
  passGivenSchema,
  ticketGrantDaysMax,
} from "../grant/index.ts";

const dayMs = 86_400_000;

/** What the keykeeper says when an event's grant doesn't hold: nothing is decrypted. */
export class GrantRefused extends HoldfastError {
  override readonly name = "GrantRefused";
  readonly code = "grant_refused";
  readonly refusal: Refusal = "forbidden";
  constructor(because: string) {
    super(`The client's act doesn't permit this look: ${because}. Nothing is shown.`);
  }
}

const statementSchema = z.discriminatedUnion("act", [
  openingActSchema,
  accessApprovedSchema,
  passGivenSchema,
]);

const detailsSchema = z.looseObject({ grantId: z.string().optional() });

/**
 * What the keykeeper checks by itself, with nothing but the event and a statement that it attested: whoever writes rows into
 * the database can't make one. What the rules say beside it, the process decided that appended the event.
 */
function check(mayBeSensitive: boolean): Permit["check"] {
  return async (event, statement) => {
    if (statement === undefined) throw new GrantRefused("there is no act");
    const read = statementSchema.safeParse(JSON.parse(statement));
    if (!read.success) throw new GrantRefused("the act is of another kind");
    const act = read.data;
    require(act.client === event.client, "it is another client's");
    const { actor } = event;
    if (actor?.is !== "staff") throw new GrantRefused("nobody on the staff looks");
    const field = fieldNames.find((name) => name === event.field);
    if (!field) throw new GrantRefused("there is no such field");
    const isSensitive = !["open", "personal"].includes(fieldClasses[field]);
    if (act.act === "ticket_opened") {
      require(event.ticket === act.ticket, "it is about another ticket");
      require(within(event, act.at, daysAfter(act.at)), "it is over");
      require(mayBeSensitive || !isSensitive, "it carries no passkey");
      return;
    }
    const { grantId } = detailsSchema.parse(JSON.parse(event.details ?? "{}"));
    require(grantId === act.grant, "the event names another grant");
    require(event.purpose === act.purpose, "it is for another purpose");
    require(act.fields.includes(field), "it is about other fields");
    require(within(event, act.at, act.until), "it is over");
    if (act.act === "pass_given") {
      require(act.kind === "break_glass", "it is no break-glass");
      require(actor.id === act.staff && act.staff !== act.approver, "it is somebody else's");
      return;
    }
    require(event.ticket === act.ticket, "it is about another ticket");
    require(mayBeSensitive ||
      !isSensitive ||
      (await isApprovedByPasskey(act)), "it carries no passkey");
  };
}

function require(holds: boolean, otherwise: string): void {
  if (!holds) throw new GrantRefused(otherwise);
}

function within({ occurredAt }: StoredEvent, from: string, until: string): boolean {
  return occurredAt >= new Date(from) && occurredAt < new Date(until);
}

function daysAfter(at: string): string {
  return new Date(Date.parse(at) + ticketGrantDaysMax * dayMs).toISOString();
}

/**
 * A reveal and a predicate, each for its own kind of event. A predicate gives yes or no away, and needs no passkey. What
 * takes a client's keys shows nothing to anybody.
 */
export const vaultPermits: readonly Permit[] = [
  { kind: revealed.name, act: "decrypt", table: fieldTable, check: check(false) },
  { kind: predicateAnswered.name, act: "test", table: fieldTable, check: check(true) },
  { kind: removed.name, act: "shred", check: async () => {} },
];
