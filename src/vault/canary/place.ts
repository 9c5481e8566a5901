import { randomInt } from "node:crypto";
import { placeAccount, staffHere } from "#accounts";
import { type Actor, dayMs, type Id, minuteMs, newId, transaction } from "#platform";
import { fieldNames } from "#policy";
import { canaryPlaced } from "../events.ts";
import { fieldTable, kindOf } from "../field.ts";
import { insertValues, type NewValue } from "../record/index.ts";
import { emailForm } from "./decoy.ts";
import type { CanaryDesk } from "./desk.ts";
import { decoysFor } from "./giving.ts";
import { type Canary, questionsOf } from "./line.ts";
import { insertCanary } from "./store.ts";

const firstContactMs = 7 * dayMs;
const ownVersion = 1;

/** `sharing`: how many see the number that others see too, since the list had too few. */
export type Placed = { client: Id<"client">; viewers: number; sharing: number };

/**
 * Places a client who doesn't exist: an account, fields, and an own address and number for everybody who works here. It is
 * found, masked, shown and refused like any other.
 * @throws {WrongKind} {TooLongValue} for a field that isn't of its kind
 */
export async function placeCanary(
  desk: CanaryDesk,
  canary: Canary,
  by: Actor,
  now: Date,
): Promise<Placed> {
  const { database, appender } = desk;
  const client = newId("client", now);
  const { fields, decoys } = canary;
  const form = decoys.email && emailForm(fields.name ?? "", decoys.email.domain);
  const viewers = (await staffHere(database)).map(({ id }) => id);
  const of = { client, emailForm: form, phones: decoys.phone ?? [], next: ownVersion + 1 };
  const made = await decoysFor(desk, of, viewers);
  const values = [...(await ownValues(desk, client, canary)), ...made.values];
  const questions = questionsOf(canary);
  const row = {
    ...{ client, class: canary.class, emailForm: form, spare: made.spare, questions },
    placedBy: by.is === "staff" ? by.id : undefined,
    contactAt:
      questions.length > 0
        ? new Date(now.getTime() + randomInt(minuteMs, firstContactMs))
        : undefined,
  };
  await transaction(database, async (joining) => {
    await placeAccount(joining, client, canary.language, now);
    await insertCanary(joining, row, now);
    await insertValues(joining, values, now);
    await appender.append(by, { kind: canaryPlaced, client, details: {} }, now, joining);
  });
  return { client, viewers: viewers.length, sharing: made.sharing };
}

/** What those see who have no value of their own. */
async function ownValues(
  { keykeeper }: Pick<CanaryDesk, "keykeeper">,
  client: Id<"client">,
  { fields }: Canary,
): Promise<NewValue[]> {
  const asked = fieldNames.flatMap((field) => {
    const value = fields[field];
    if (value === undefined) return [];
    const place = { table: fieldTable, field, client, version: ownVersion };
    return [{ ...place, kind: kindOf[field], value }];
  });
  const encrypted = await keykeeper.encryptMany(asked);
  return asked.flatMap(({ field, version }, place) => {
    const one = encrypted[place];
    return one ? [{ client, field, version, ...one }] : [];
  });
}
