import { z } from "@hono/zod-openapi";
import type { Asked, FieldTest, Permit, PermittingEvent } from "#keys";
import { dayMs, HoldfastError, type Refusal } from "#platform";
import { type FieldName, fieldClasses, fieldNames } from "#policy";
import { openingActSchema } from "#tickets";
import { predicateAnswered, removed, revealed } from "../events.ts";
import { fieldTable } from "../field.ts";
import {
  accessApprovedSchema,
  isApprovedByPasskey,
  passGivenSchema,
  ticketGrantDaysMax,
} from "../grant/index.ts";

/** What the keykeeper says when an event's grant doesn't hold: nothing is decrypted. */
class GrantRefused extends HoldfastError {
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

const detailsSchema = z.looseObject({
  grantId: z.string().optional(),
  test: z.string().optional(),
  threshold: z.number().optional(),
});

type Statement = z.infer<typeof statementSchema>;
type Act<Name extends Statement["act"]> = Extract<Statement, { act: Name }>;
type Details = z.infer<typeof detailsSchema>;

/** What the keykeeper is to do for an event, and what the act says. */
type Checked = {
  event: PermittingEvent;
  details: Details;
  field: FieldName;
  isTest: boolean;
  /** What a second person agreed to, attested likewise. */
  second: string | undefined;
};

/**
 * What the keykeeper checks by itself, with nothing but the event and a statement that it attested: whoever writes rows into
 * the database can't make one. What the rules say beside it, the process decided that appended the event.
 */
async function check(
  event: PermittingEvent,
  statement: string | undefined,
  asked: Asked,
  second: string | undefined,
): Promise<void> {
  if (statement === undefined) throw new GrantRefused("there is no act");
  const read = statementSchema.safeParse(JSON.parse(statement));
  if (!read.success) throw new GrantRefused("the act is of another kind");
  const act = read.data;
  const field = fieldNames.find((name) => name === event.field);
  if (!field) throw new GrantRefused("there is no such field");
  requireThat(act.client === event.client, "it is another client's");
  requireThat(event.actor?.is === "staff", "nobody on the staff looks");
  const details = detailsSchema.parse(JSON.parse(event.details ?? "{}"));
  const isTest = asked.act === "test";
  const checked = { event, details, field, isTest, second };
  if (asked.act === "test") requireSameTest(details, asked.test);
  if (act.act === "ticket_opened") checkOpening(act, checked);
  else if (act.act === "pass_given") checkPass(act, checked);
  else await checkApproval(act, checked);
}

/** What a ticket's opening lets be seen: no value that can hurt, and yes or no about no restricted one. */
function checkOpening(act: Act<"ticket_opened">, { event, field, isTest }: Checked): void {
  const fieldClass = fieldClasses[field];
  requireThat(event.ticket === act.ticket, "it is about another ticket");
  requireThat(within(event, act.at, daysAfter(act.at)), "it is over");
  const isHarmless = !isDelicate(field) || (isTest && fieldClass === "sensitive");
  requireThat(isHarmless, "it carries no passkey");
}

async function checkApproval(act: Act<"access_approved">, checked: Checked): Promise<void> {
  const { event, field, isTest } = checked;
  checkGiven(act, checked);
  requireThat(event.ticket === act.ticket, "it is about another ticket");
  const needsPasskey = isDelicate(field) && !(isTest && fieldClasses[field] === "sensitive");
  requireThat(!needsPasskey || (await isApprovedByPasskey(act)), "it carries no passkey");
  if (fieldClasses[field] === "restricted") checkSecond(checked);
}

/** A restricted field that the client approved takes a second person too, who agreed to it in this very contact. */
function checkSecond(checked: Checked): void {
  const { event, second = "null" } = checked;
  const { data: given } = passGivenSchema.safeParse(JSON.parse(second));
  if (given?.kind !== "restricted") throw new GrantRefused("nobody else agreed");
  const isSame = given.client === event.client && given.ticket === event.ticket;
  requireThat(isSame, "somebody agreed to another contact");
  checkAsker(given, checked);
  checkScope(given, checked);
}

function checkPass(act: Act<"pass_given">, checked: Checked): void {
  checkGiven(act, checked);
  requireThat(act.kind === "break_glass", "it is no break-glass");
  checkAsker(act, checked);
}

function checkAsker(act: Act<"pass_given">, { event: { actor } }: Checked): void {
  const isAskers = actor?.is === "staff" && actor.id === act.staff && act.staff !== act.approver;
  requireThat(isAskers, "it is somebody else's");
}

function checkGiven(act: Act<"access_approved" | "pass_given">, checked: Checked): void {
  requireThat(checked.details.grantId === act.grant, "the event names another grant");
  checkScope(act, checked);
}

function checkScope(act: Act<"access_approved" | "pass_given">, { event, field }: Checked): void {
  requireThat(event.purpose === act.purpose, "it is for another purpose");
  requireThat(act.fields.includes(field), "it is about other fields");
  requireThat(within(event, act.at, act.until), "it is over");
}

/** The event says what was asked, but for the words that a client stated: those are kept nowhere. */
function requireSameTest({ test, threshold }: Details, asked: FieldTest): void {
  const isSame = test === asked.is && (asked.is === "equals" || threshold === asked.amount);
  requireThat(isSame, "the event is about another question");
}

function isDelicate(field: FieldName): boolean {
  return fieldClasses[field] === "sensitive" || fieldClasses[field] === "restricted";
}

function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new GrantRefused(otherwise);
}

function within({ occurredAt }: PermittingEvent, from: string, until: string): boolean {
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
  { kind: revealed.name, act: "decrypt", table: fieldTable, isShown: true, check },
  { kind: predicateAnswered.name, act: "test", table: fieldTable, isShown: false, check },
  { kind: removed.name, act: "shred", check: async () => {} },
];
