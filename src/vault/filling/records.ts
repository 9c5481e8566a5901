import type { Keykeeper } from "#keys";
import type { Appender } from "#ledger";
import { type Database, dayMs, type Id, system, transaction } from "#platform";
import { imported } from "../events.ts";
import { fieldTable, kindOf } from "../field.ts";
import { insertClients, referenceOf } from "../importing/index.ts";
import type { DeskHistory } from "./desk-history.ts";
import { copyPastValues, type PastValue } from "./store.ts";
import { changeDays, filledFields, filledValue } from "./values.ts";

const clientsAtOnce = 250;

export type FillingDesk = { database: Database; appender: Appender; keykeeper: Keykeeper };

/**
 * Gives clients of a history the values that its looks were at, every version of each, encrypted and indexed as an import
 * does it.
 */
export async function fillRecords(
  desk: FillingDesk,
  history: DeskHistory,
  places: readonly number[],
  told: (clients: number) => void,
): Promise<void> {
  for (let done = 0; done < places.length; done += clientsAtOnce) {
    const some = places.slice(done, done + clientsAtOnce);
    const values = await encrypted(desk, history, some);
    const clients = await Promise.all(
      some.map(async (place) => {
        const reference = await referenceOf(desk, referenceAt(place));
        const country = filledValue(place, "nationality", 1);
        const client = history.clients.id(place);
        return { client, reference, class: "ordinary" as const, country };
      }),
    );
    await transaction(desk.database, async (joining) => {
      await insertClients(joining, clients, history.from);
      await copyPastValues(joining, values);
      const details = { clients: some.length, fields: values.length, via: "command" as const };
      await desk.appender.append(system, { kind: imported, details }, history.from, joining);
    });
    told(done + some.length);
  }
}

/** What the firm's own systems call the client at a place. */
export function referenceAt(place: number): string {
  return `core-${String(place).padStart(8, "0")}`;
}

async function encrypted(
  { keykeeper }: FillingDesk,
  history: DeskHistory,
  places: readonly number[],
): Promise<PastValue[]> {
  const values = places.flatMap((place) => valuesOf(history, place, history.clients.id(place)));
  const kept = await keykeeper.encryptMany(values);
  return values.flatMap(({ client, field, version, from, to }, place) => {
    const one = kept[place];
    return one ? [{ ...one, client, field, version, from, to }] : [];
  });
}

/** Each version of each field, with the span in which it is the client's. */
function valuesOf({ from, traits }: DeskHistory, place: number, client: Id<"client">) {
  return filledFields.flatMap((field) => {
    const starts = [0, ...changeDays(place, field, traits.days)].map(
      (day) => new Date(from.getTime() + day * dayMs),
    );
    return starts.map((start, version) => ({
      ...{ table: fieldTable, client, field, kind: kindOf[field], version: version + 1 },
      ...{ value: filledValue(place, field, version + 1), from: start, to: starts[version + 1] },
    }));
  });
}
