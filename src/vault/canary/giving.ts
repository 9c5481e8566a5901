import { staffHere } from "#accounts";
import { forEach, type Id, transaction } from "#platform";
import { fieldTable, kindOf } from "../field.ts";
import { insertValues, type NewValue } from "../record/index.ts";
import { decoyEmail } from "./decoy.ts";
import type { CanaryDesk } from "./desk.ts";
import {
  decoyedCanary,
  decoysTaken,
  emailsTaken,
  holdDecoyed,
  knownIndexes,
  markGiven,
  withJoiners,
} from "./store.ts";

const attemptsMax = 100;
const canariesAtOnceMax = 200;

/** Of whom decoys are made: what its addresses look like, and which numbers stand for nobody yet. */
export type Decoyed = {
  client: Id<"client">;
  emailForm: string | undefined;
  phones: readonly string[];
  /** The version that the next value of a field gets. */
  next: number;
};

export type Decoys = {
  values: NewValue[];
  /** The numbers that are left. */
  spare: readonly string[];
  /** How many got no number of their own, since the list had too few. */
  sharing: number;
};

/**
 * Values that nobody else sees, for each of these people. A number that stands for anybody already isn't given.
 * @throws {WrongKind} for what is no number, or no address
 */
export async function decoysFor(
  desk: Pick<CanaryDesk, "database" | "keykeeper" | "key">,
  of: Decoyed,
  viewers: readonly Id<"staff">[],
): Promise<Decoys> {
  const free = await unknownOf(desk, of.phones);
  const emails = await emailsFor(desk, of, viewers);
  const phones = viewers.flatMap((viewer, place) => {
    const value = free[place];
    return value === undefined ? [] : [{ viewer, field: "phone" as const, value }];
  });
  const wanted = [...emails, ...phones].map(({ viewer, field, value }, place) => ({
    ...{ table: fieldTable, field, client: of.client, version: of.next + place },
    ...{ kind: kindOf[field], value, viewer },
  }));
  const encrypted = wanted.length > 0 ? await desk.keykeeper.encryptMany(wanted) : [];
  const values = wanted.flatMap(({ client, field, version, viewer }, place) => {
    const one = encrypted[place];
    return one ? [{ client, field, version, viewer, ...one }] : [];
  });
  const sharing = of.phones.length > 0 ? viewers.length - phones.length : 0;
  return { values, spare: free.slice(phones.length), sharing };
}

/** Gives values of their own to those who joined since. The worker does it every minute. @returns to how many */
export async function giveToJoiners(desk: CanaryDesk, now: Date): Promise<number> {
  const { database } = desk;
  const people = await staffHere(database);
  let given = 0;
  await forEach(await withJoiners(database, people, canariesAtOnceMax), async (canary) => {
    const { client, since } = canary;
    const of = await decoyedCanary(database, client);
    const having = await decoysTaken(database, client);
    const viewers = people.map(({ id }) => id).filter((id) => !having.has(id));
    const decoys = await decoysFor(desk, of, viewers);
    given += await transaction(database, async (joining) => {
      if (!(await holdDecoyed(joining, client, since))) return 0;
      await insertValues(joining, decoys.values, now);
      await markGiven(joining, client, decoys.spare, now);
      return viewers.length;
    });
  });
  return given;
}

async function emailsFor(
  { database, keykeeper, key }: Pick<CanaryDesk, "database" | "keykeeper" | "key">,
  { client, emailForm }: Decoyed,
  viewers: readonly Id<"staff">[],
) {
  if (emailForm === undefined) return [];
  const taken = new Set(await emailsTaken(database, client));
  const made: { viewer: Id<"staff">; field: "email"; value: string }[] = [];
  for (const viewer of viewers) {
    for (let attempt = 0; ; attempt += 1) {
      if (attempt > attemptsMax) throw new Error(`no address of ${client} is left for ${viewer}`);
      const value = decoyEmail(key, { client, viewer }, emailForm, attempt);
      const asked = { table: fieldTable, field: "email", kind: kindOf.email, value };
      const index = hexOf(await keykeeper.blindIndex(asked));
      if (taken.has(index)) continue;
      taken.add(index);
      made.push({ viewer, field: "email", value });
      break;
    }
  }
  return made;
}

/** The numbers that are nobody’s yet, by their blind indexes. */
async function unknownOf(
  { database, keykeeper }: Pick<CanaryDesk, "database" | "keykeeper">,
  phones: readonly string[],
): Promise<string[]> {
  const indexed = await Promise.all(
    [...new Set(phones)].map(async (value) => {
      const asked = { table: fieldTable, field: "phone", kind: kindOf.phone, value };
      return { value, index: await keykeeper.blindIndex(asked) };
    }),
  );
  const indexes = indexed.flatMap(({ index }) => index ?? []);
  const known = new Set(await knownIndexes(database, "phone", indexes));
  return indexed.filter(({ index }) => !known.has(hexOf(index))).map(({ value }) => value);
}

function hexOf(index: Uint8Array | undefined): string {
  return Buffer.from(index ?? []).toString("hex");
}
