import { fillStaff } from "#accounts";
import { openKeykeeper } from "#keys";
import { LedgerFilling, ledgerFiles, openAppender } from "#ledger";
import {
  type Clock,
  type DatabaseUrls,
  InvalidInput,
  migrate,
  openDatabase,
  openLog,
} from "#platform";
import { DeskHistory, fillRecords, hasClients } from "#vault";
import { eventKinds, releaseKinds } from "./event-kinds.ts";
import { keeping } from "./keykeeping.ts";
import { logOrigin } from "./log-origin.ts";
import type { Config } from "./settings.ts";

export type FillTraits = ConstructorParameters<typeof DeskHistory>[0] & {
  /** How many clients get values in the vault. */
  records: number;
  /** Events without salts, chains, leaves and tree. */
  isSlim: boolean;
};

export type FillOptions = {
  config: Config;
  dataDirectory: string;
  urls: DatabaseUrls;
  clock: Clock;
  /** Told a sentence for each step that takes long. */
  progress(sentence: string): void;
  /** Told how many of them are written, of how many. */
  told(done: number, of: number, what: string): void;
};

const minDays = 2;
/** A century: what is counted of each day numbers the days in 16 bits. */
const maxDays = 36_500;

/**
 * Fills an empty development database with a desk's past: events, who works there, clients' values, and what is counted
 * of each day.
 * @throws {DeskInUse}
 */
export async function fillDesk(options: FillOptions, traits: FillTraits): Promise<DeskHistory> {
  const { config, dataDirectory, urls, clock, progress, told } = options;
  await using started = new AsyncDisposableStack();
  await migrate(urls.ownerUrl, urls.appUrl);
  const database = openDatabase(urls.appUrl, () => {});
  started.defer(() => database.end());
  const log = openLog("silent");
  const files = ledgerFiles(config, dataDirectory);
  const origin = logOrigin(config.PUBLIC_URL);
  const history = new DeskHistory(traits);
  const { ownerUrl } = urls;
  const kinds = releaseKinds.map(({ name }) => name);
  const filling = await LedgerFilling.open(
    { database, ownerUrl, files, origin, log, progress, releaseKinds: kinds },
    history,
    await hasClients(database),
  );
  const { isSlim, events } = traits;
  const tellEvents = (done: number) => told(done, events, "events");
  await (isSlim ? filling.copy(tellEvents) : filling.append(tellEvents));

  progress("Adding staff and the values of clients");
  const { receiptKeyFile } = files;
  const now = history.from;
  const appender = await openAppender({ database, receiptKeyFile, kinds: eventKinds, now });
  const agents = Array.from({ length: history.staff.count }, (_, place) => {
    return { id: history.staff.id(place), team: history.crowd.teamOf(place), shift: place };
  });
  await fillStaff({ database, appender }, agents, now);
  const keys = { config, dataDirectory, database, clock, log, isKeykeeper: true };
  const { keykeeper, stop } = await openKeykeeper({ ...keys, ...keeping(config, dataDirectory) });
  started.defer(() => stop());
  const places = history.recorded(traits.records);
  await fillRecords({ database, appender, keykeeper }, history, places, (done) =>
    told(done, places.length, "clients with values"),
  );
  await filling.seal(history.to);
  await filling.rollUp();
  return history;
}

class FillImpossible extends InvalidInput {
  constructor(sentence: string) {
    super("fill_impossible", sentence);
  }
}

/** @throws {FillImpossible} */
export function refuseImpossible(traits: FillTraits): void {
  const least = { events: 1, clients: 1, agents: 1, days: minDays, records: 0, seed: 0 };
  for (const [name, min] of Object.entries(least)) {
    const value = traits[name as keyof typeof least];
    if (Number.isSafeInteger(value) && value >= min) continue;
    throw new FillImpossible(`--${name} is ${value}. Give a whole number from ${min} on.`);
  }
  if (traits.days > maxDays) {
    throw new FillImpossible(`--days is ${traits.days}. Give ${maxDays} at most.`);
  }
}
