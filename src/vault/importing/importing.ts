import { randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { holdUnshredded } from "#keys";
import { legalHold } from "#ledger";
import { type Id, system, type Transaction, transaction } from "#platform";
import { imported } from "../events.ts";
import { eraseRecord, takePlaceOf } from "../record/index.ts";
import type { BadLine, ClientLine } from "./line.ts";
import { type Change, isChange, type Prepared, prepare } from "./preparing.ts";
import { referenceOf } from "./reference.ts";
import { clientsByReference, copyValues, endValues, insertClients, touchClients } from "./store.ts";
import type { ImportDesk } from "./targets.ts";

/** How often lines are made ready anew, when others change the same clients meanwhile: each time one of them is done. */
const attemptsMax = 20;

const waitMs = 10;

/** A row was there before ours; two waited for each other. */
const meanwhileCodes: readonly unknown[] = ["23505", "40P01"];

export type Origin = { via: "command" } | { via: "api"; key: Id<"apikey"> };

/** What became of clients: `fields` were written or ended. */
export type Imported = { added: number; changed: number; unchanged: number; fields: number };

/** A client isn't any more as it was read: the lines are made ready anew. */
class ChangedMeanwhile extends Error {
  override readonly name = "ChangedMeanwhile";
}

/** Makes lines ready and commits them. */
export async function importLines(
  desk: ImportDesk,
  lines: readonly ClientLine[],
  origin: Origin,
): Promise<Imported & { bad: readonly BadLine[] }> {
  return await untilUnchanged(async () => {
    const prepared = await prepare(desk, lines);
    const imported = await transaction(desk.database, (joining) =>
      writePrepared(desk, joining, prepared, origin),
    );
    return { ...imported, bad: prepared.bad };
  });
}

/** Whether a client is known under an id of the firm's own. */
export async function isImported(desk: ImportDesk, id: string): Promise<boolean> {
  const [known] = await clientsByReference(desk.database, [await referenceOf(desk, id)]);
  return known !== undefined;
}

/** Does it again when somebody changed the clients between its reading and its writing. */
export async function untilUnchanged<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!isMeanwhile(error) || attempt === attemptsMax) throw error;
      await setTimeout(randomInt(waitMs * attempt)); // who loses to the same one each time gets another turn
    }
  }
}

/** Writes what is ready, with its event, in the caller's transaction. Nothing is written for what is as before. */
export async function writePrepared(
  { appender }: ImportDesk,
  joining: Transaction,
  { at: now, changes, rows }: Prepared,
  origin: Origin,
): Promise<Imported> {
  const changed = changes.filter(isChange);
  for (const { client, replaces } of changed) {
    if (!replaces) continue;
    if (await legalHold(joining, client)) throw new ChangedMeanwhile();
    await takePlaceOf(joining, client, replaces, now);
    await eraseRecord(joining, replaces);
  }
  const added = changed.filter(({ known }) => !known);
  await requireKeys(
    joining,
    changed.filter(({ known, replaces }) => !known || replaces),
  );
  await insertClients(joining, added, now);
  const touched = changed.flatMap((change) => touchedIn(change));
  const noted = await touchClients(joining, touched, now);
  if (noted !== touched.length) throw new ChangedMeanwhile();
  await endValues(
    joining,
    changed.flatMap(({ ended }) => ended),
    now,
  );
  if (rows) await copyValues(joining, rows);
  const fields = changed.reduce((sum, change) => sum + fieldsIn(change), 0);
  if (changed.length > 0) {
    const details = { clients: changed.length, fields, ...origin };
    await appender.append(system, { kind: imported, details }, now, joining);
  }
  const [all, news] = [changes.length, added.length];
  return { added: news, changed: changed.length - news, unchanged: all - changed.length, fields };
}

/** An account's client may be erased meanwhile: nothing of that client comes after it. @throws {ChangedMeanwhile} */
async function requireKeys(joining: Transaction, changed: readonly Change[]): Promise<void> {
  const owners = changed.filter(({ line }) => line.account).map(({ client }) => client);
  if (owners.length === 0) return;
  if ((await holdUnshredded(joining, owners)).length > 0) throw new ChangedMeanwhile();
}

function touchedIn({ client, reference, known, ...change }: Change) {
  const { class: stands, country } = change;
  return known ? [{ client, reference, class: stands, country, readAt: known.updatedAt }] : [];
}

/** How many fields are written or ended. */
function fieldsIn({ written, ended }: Change): number {
  return new Set([...written, ...ended.map(({ field }) => field)]).size;
}

function isMeanwhile(error: unknown): boolean {
  if (error instanceof ChangedMeanwhile) return true;
  return error instanceof Error && "code" in error && meanwhileCodes.includes(error.code);
}
