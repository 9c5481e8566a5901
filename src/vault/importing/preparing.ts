import { type Encrypted, type EncryptRequest, shreddedAt } from "#keys";
import { HoldfastError, type Id, newId } from "#platform";
import type { FieldName } from "#policy";
import type { VaultDesk } from "../desk.ts";
import { fieldTable, kindOf } from "../field.ts";
import { type Target, targetOf } from "./change.ts";
import { type BadLine, badLine, type ClientLine } from "./line.ts";
import { referenceOf } from "./reference.ts";
import {
  clientsByAccount,
  clientsByReference,
  type EndedValue,
  fieldsOf,
  type ImportedValue,
  type KnownField,
  placeOf,
} from "./store.ts";

/** What an import works with. */
export type ImportDesk = Pick<VaultDesk, "database" | "appender" | "keykeeper" | "clock">;

/** A line as it changes its client: nothing, when all is as before. */
export type Change = Target & {
  line: ClientLine;
  values: readonly ImportedValue[];
  ended: readonly EndedValue[];
};

/** Lines that are read, held against what is known, and encrypted: what is left is to write them. */
export type Prepared = { changes: readonly Change[]; bad: readonly BadLine[] };

/** A value of a line, with what is known of its field. */
type Named = { field: FieldName; value: string; known: KnownField | undefined };

/**
 * Makes lines ready, as the vault knows their clients at this moment. No two of them have one id or one account. What is
 * read is held again when it is written.
 * @throws {KeykeeperAway}
 */
export async function prepare(desk: ImportDesk, lines: readonly ClientLine[]): Promise<Prepared> {
  const { targets, bad } = await targetsOf(desk, lines);
  const known = targets.flatMap(({ known }) => known?.client ?? []);
  const fields = await fieldsOf(desk.database, known);
  const named = targets.map((target) => namedIn(target, fields));
  const requests = targets.flatMap(({ client }, place) =>
    (named[place] ?? []).map(({ field, value, known }) => request(client, field, value, known)),
  );
  try {
    const encrypted = await desk.keykeeper.encryptMany(requests);
    return { changes: changesOf(targets, named, fields, encrypted), bad };
  } catch (error) {
    if (!(error instanceof HoldfastError) || error.code !== "client_shredded") throw error;
    return await prepareOthers(desk, targets, bad);
  }
}

/** Whether writing a change would change anything. */
export function isChange({ known, reference, values, ended, ...change }: Change): boolean {
  const isKnownSo = known?.reference?.equals(reference) && known.class === change.class;
  return !isKnownSo || values.length > 0 || ended.length > 0;
}

type Lined = Target & { line: ClientLine };

async function targetsOf(
  { database, keykeeper, clock }: ImportDesk,
  lines: readonly ClientLine[],
): Promise<{ targets: Lined[]; bad: BadLine[] }> {
  const references = await Promise.all(lines.map(({ id }) => referenceOf({ keykeeper }, id)));
  const found = await clientsByReference(database, references);
  const byReference = new Map(found.map((one) => [one.reference?.toString("latin1"), one]));
  const owners = await clientsByAccount(
    database,
    lines.flatMap(({ account }) => account ?? []),
  );
  const targets: Lined[] = [];
  const bad: BadLine[] = [];
  for (const [place, line] of lines.entries()) {
    const reference = references[place];
    if (!reference) throw new Error("a line has no reference");
    const standing = {
      reference,
      byReference: byReference.get(Buffer.from(reference).toString("latin1")),
      owner: line.account === undefined ? undefined : owners.get(line.account),
    };
    const target = targetOf(line, standing, () => newId("client", clock()));
    if ("error" in target) bad.push({ line: line.line, id: line.id, ...target });
    else targets.push({ ...target, line });
  }
  return { targets, bad };
}

function namedIn(
  { client, line, known }: Lined,
  fields: ReadonlyMap<string, KnownField>,
): readonly Named[] {
  const named: Named[] = [];
  for (const [field, value] of line.fields) {
    if (value === null) continue;
    named.push({ field, value, known: known && fields.get(placeOf(client, field)) });
  }
  return named;
}

function request(
  client: Id<"client">,
  field: FieldName,
  value: string,
  known: KnownField | undefined,
): EncryptRequest {
  const version = (known?.last ?? 0) + 1;
  return { table: fieldTable, field, client, version, kind: kindOf[field], value };
}

function changesOf(
  targets: readonly Lined[],
  named: readonly (readonly Named[])[],
  fields: ReadonlyMap<string, KnownField>,
  encrypted: readonly Encrypted[],
): Change[] {
  let next = 0;
  return targets.map((target, place) => {
    const { client, line } = target;
    const begin = next;
    next += named[place]?.length ?? 0;
    const changed = (named[place] ?? []).flatMap((one, offset) =>
      changedIn(client, one, encrypted[begin + offset]),
    );
    const replaced = changed.flatMap(({ field, known }) => endOf({ client, field }, known));
    const nulls = [...line.fields].filter(([, value]) => value === null);
    const ended = nulls.flatMap(([field]) =>
      endOf({ client, field }, fields.get(placeOf(client, field))),
    );
    return { ...target, values: changed, ended: [...replaced, ...ended] };
  });
}

/** The value as a new version, unless it is the one in force. */
function changedIn(
  client: Id<"client">,
  { field, known }: Named,
  encrypted: Encrypted | undefined,
): (ImportedValue & Pick<Named, "known">)[] {
  if (!encrypted) throw new Error("a value wasn't encrypted");
  const { current } = known ?? {};
  if (current && Buffer.from(encrypted.fingerprint).equals(current.fingerprint)) return [];
  return [{ client, field, version: (known?.last ?? 0) + 1, known, ...encrypted }];
}

function endOf(
  place: Pick<EndedValue, "client" | "field">,
  known: KnownField | undefined,
): EndedValue[] {
  return known?.current ? [{ ...place, version: known.current.version }] : [];
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
  return { changes: rest.changes, bad: [...bad, ...gone, ...rest.bad] };
}
