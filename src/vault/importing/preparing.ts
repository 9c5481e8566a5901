import { type ReplaceRequest, shreddedAt } from "#keys";
import { CopyRows, HoldfastError } from "#platform";
import type { FieldName } from "#policy";
import { fieldTable, kindOf } from "../field.ts";
import { type BadLine, badLine, type ClientLine } from "./line.ts";
import { shredReplaced } from "./removal.ts";
import { addValue, type EndedValue, fieldsOf, type KnownField, placeOf } from "./store.ts";
import { type ImportDesk, type Lined, targetsOf } from "./targets.ts";

/** What is encrypted goes into rows soon after: many small pieces of memory that stay long cost more than all the rest. */
const clientsAtOnce = 250;

/** A line as it changes its client: nothing, when `written` and `ended` are empty and the client is known so. */
export type Change = Lined & { written: readonly FieldName[]; ended: readonly EndedValue[] };

/** Lines that are read, held against what is known, and encrypted: what is left is to write them. */
export type Prepared = {
  at: Date;
  changes: readonly Change[];
  bad: readonly BadLine[];
  /** The new values, for `copyValues`; undefined when there is none. */
  rows: Buffer | undefined;
};

type KnownFields = ReadonlyMap<string, KnownField>;

/**
 * Makes lines ready, as the vault knows their clients at this moment. No two of them have one id or one account. What is
 * read is held again when it is written. Copies whose clients turned out to have an account lose their keys here.
 * @throws {KeykeeperAway}
 */
export async function prepare(desk: ImportDesk, lines: readonly ClientLine[]): Promise<Prepared> {
  const at = desk.clock();
  const found = await targetsOf(desk, lines);
  const { targets, bad: held } = await shredReplaced(desk, found.targets);
  const bad = [...found.bad, ...held];
  const known = targets.flatMap((target) => target.known?.client ?? []);
  const copies = targets.flatMap(({ replaces }) => replaces ?? []);
  const fields = await fieldsOf(desk.database, [...known, ...copies]);
  const rows = new CopyRows();
  const changes: Change[] = [];
  try {
    for (let from = 0; from < targets.length; from += clientsAtOnce) {
      const some = targets.slice(from, from + clientsAtOnce);
      changes.push(...(await encryptSome(desk, some, fields, rows, at)));
    }
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== "client_shredded") throw error;
    return await prepareOthers(desk, targets, bad);
  }
  return { at, changes, bad, rows: rows.count > 0 ? rows.end() : undefined };
}

/** Whether writing a change would change anything. */
export function isChange({ known, reference, written, ended, ...change }: Change): boolean {
  const isKnownSo =
    known?.reference?.equals(reference) &&
    known.class === change.class &&
    known.country === change.country;
  return !isKnownSo || written.length > 0 || ended.length > 0;
}

async function encryptSome(
  { keykeeper }: ImportDesk,
  targets: readonly Lined[],
  fields: KnownFields,
  rows: CopyRows,
  at: Date,
): Promise<Change[]> {
  const requests = targets.map((target) => requestsOf(target, fields));
  const encrypted = await keykeeper.encryptChanged(requests.flat());
  let next = 0;
  return targets.map((target, place) => {
    const written: FieldName[] = [];
    for (const { client, field, version } of requests[place] ?? []) {
      const value = encrypted[next++];
      if (!value) continue; // it is as before
      written.push(field);
      addValue(rows, { client, field, version, ...value }, at);
    }
    return { ...target, written, ended: endedBy(target, written, fields) };
  });
}

type FieldRequest = ReplaceRequest & { field: FieldName };

/** Each named value as the next version of its field: of a client who takes the place of a copy, after the copy's too. */
function requestsOf({ client, line, known, replaces }: Lined, fields: KnownFields): FieldRequest[] {
  const requests: FieldRequest[] = [];
  for (const [field, value] of line.fields) {
    if (value === null) continue;
    const { last = 0, current } = (known && fields.get(placeOf(client, field))) ?? {};
    const { last: lastOfCopy = 0 } = (replaces && fields.get(placeOf(replaces, field))) ?? {};
    const version = Math.max(last, lastOfCopy) + 1;
    requests.push({
      ...{ table: fieldTable, field, client, version, kind: kindOf[field], value },
      known: current?.fingerprint,
    });
  }
  return requests;
}

/** What a line's new values take the place of, and what it says that there isn't any more. */
function endedBy(
  { client, line, known }: Lined,
  written: readonly FieldName[],
  fields: KnownFields,
): EndedValue[] {
  if (!known) return [];
  const nulls = [...line.fields].flatMap(([field, value]) => (value === null ? field : []));
  return [...written, ...nulls].flatMap((field) => {
    const current = fields.get(placeOf(client, field))?.current;
    return current ? { client, field, version: current.version } : [];
  });
}

/** Clients whose keys were destroyed, and whose rows a crash left behind, take nothing any more. */
async function prepareOthers(
  desk: ImportDesk,
  targets: readonly Lined[],
  bad: readonly BadLine[],
): Promise<Prepared> {
  const gone: BadLine[] = [];
  const others: ClientLine[] = [];
  for (const { client, line } of targets) {
    const isGone = (await shreddedAt(desk.database, client)) !== undefined;
    if (!isGone) others.push(line);
    else
      gone.push(badLine(line, "client_removed", "This client was removed for good. Leave it out."));
  }
  if (gone.length === 0) throw new Error("the keykeeper knows a shredded client who isn't here");
  const rest = await prepare(desk, others);
  return { ...rest, bad: [...bad, ...gone, ...rest.bad] };
}
