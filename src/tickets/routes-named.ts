import { createHash, createHmac, randomBytes } from "node:crypto";
import { z } from "@hono/zod-openapi";
import {
  type Form,
  type HttpContext,
  type NamedRequest,
  namedRequest,
  once,
  type Transaction,
  textIn,
} from "#platform";
import type { Ready } from "./guest/index.ts";
import type { Tickets } from "./tickets.ts";

/** What a client may write in tickets. */
export const ticketMessages = { name: "ticket_messages", requestsMax: 60, windowSeconds: 3_600 };

const files = { name: "ticket_files", requestsMax: 60, windowSeconds: 3_600 };

/** Takes files that somebody sends from a limit of their own, before any is opened. @throws {TooManyRequests} */
export async function takeFilesOf({ desk }: Tickets, owner: string, count: number): Promise<void> {
  const take = desk.accounts.desk.limits(files);
  for (let taken = 0; taken < count; taken++) await take(owner);
}

/** The field by which a form that is sent twice is known again. */
export const formField = "form";
const formBytes = 16;
const formLettersMax = 64;

/** A new name for a form, as a page shows it. */
export function newForm(): string {
  return randomBytes(formBytes).toString("base64url");
}

/**
 * Does a client's request once, however often it is sent under one `Idempotency-Key`.
 * @returns what the work gave, now or the first time
 * @throws {IdempotencyKeyReused} {TooManyRequests}
 */
export async function onceOfClient(
  tickets: Tickets,
  context: HttpContext,
  client: string,
  inTransaction: (joining: Transaction) => Promise<string>,
): Promise<string> {
  const named = await namedRequest(context, client);
  // What is kept of a request is keyed: a plain hash of what somebody typed would let a password in it be guessed.
  const hidden = named && { ...named, requestHash: keyed(tickets, named.requestHash) };
  return await onceNamed(tickets, hidden, client, inTransaction);
}

/**
 * Does what a form asks for once: who presses twice, or comes back and sends the same words, sends them once. Other words
 * of the same form are another request.
 * @returns what the work gave, now or the first time
 * @throws {TooManyRequests}
 */
export async function onceOfForm(
  tickets: Tickets,
  context: HttpContext,
  form: Form,
  client: string,
  inTransaction: (joining: Transaction) => Promise<string>,
): Promise<string> {
  return await onceNamed(tickets, namedForm(tickets, context, form, client), client, inTransaction);
}

/** What is remembered for who sends a form once more: what was taken out of it. */
export const removedSchema = z.object({ removed: z.array(z.string()).readonly() });

/**
 * The same for a form that anybody sends, signed in or not.
 * @param answer what of the work's answer is remembered; nothing else is kept
 * @param prepare what comes before the transaction, limits too; a form that was sent before takes nothing from them
 */
export async function onceOfAnybody<Answer>(
  tickets: Tickets,
  context: HttpContext,
  form: Form,
  answer: z.ZodType<Answer>,
  prepare: () => Promise<Ready<Answer>>,
): Promise<Answer> {
  const { database, clock } = tickets.desk;
  const prepared: Ready<Answer>[] = [];
  const given = await once(database, namedForm(tickets, context, form, ""), clock(), {
    beforehand: async () => void prepared.push(await prepare()),
    inTransaction: async (joining) => JSON.stringify(answer.parse(await prepared[0]?.(joining))),
  });
  if (given === undefined) throw new Error("the work gave nothing");
  return answer.parse(JSON.parse(given));
}

/** @returns undefined for a form without a name, which is always another request */
function namedForm(
  tickets: Tickets,
  { req: { path } }: HttpContext,
  form: Form,
  client: string,
): NamedRequest | undefined {
  const name = textIn(form, formField).slice(0, formLettersMax);
  const said = JSON.stringify([client, path, name, form], (_, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
  const hash = createHash("sha256").update(said).digest();
  if (name === "") return undefined;
  return { nameHash: keyed(tickets, hash), requestHash: keyed(tickets, hash) };
}

async function onceNamed(
  tickets: Tickets,
  named: NamedRequest | undefined,
  client: string,
  inTransaction: (joining: Transaction) => Promise<string>,
): Promise<string> {
  const { accounts, database, clock } = tickets.desk;
  const beforehand = () => accounts.desk.limits(ticketMessages)(client);
  const given = await once(database, named, clock(), { beforehand, inTransaction });
  if (given === undefined) throw new Error("the work gave nothing");
  return given;
}

function keyed({ desk }: Tickets, hash: Buffer): Buffer {
  return createHmac("sha256", desk.accounts.desk.key)
    .update("holdfast/tickets/request/1\0")
    .update(hash)
    .digest();
}
