import type { Accounts } from "#accounts";
import type { Mosaic } from "#mark";
import type { Clock, Database, Id } from "#platform";
import type { CoarsePicture, MarkPlace, PhotoFound, RefusedMark, Screen } from "./found.ts";
import { type PhotoReading, type ReadPayload, readPhoto } from "./reading.ts";
import { type ShownValue, shownIn } from "./store.ts";

/** A mark says a minute: what was shown so long before it may still stand there, and the page may be slow to change its mark. */
export const beforeMs = 60_000;
export const afterMs = 120_000;

/** What reads whose screens a picture shows. */
export type PhotoDesk = {
  database: Database;
  clock: Clock;
  accounts: { screenMarks: Pick<Accounts["screenMarks"], "tileKey" | "sessionOf" | "payloadsOf"> };
};

/** A screen of ours, and what was shown on it, by the clients' ids. */
export type FoundScreen = Omit<Screen, "shown"> & { shown: readonly ShownValue[] };

/** What a file's pictures say. It names clients in `screens` alone. */
export type FoundPhoto = Omit<PhotoFound, "screens"> & { screens: readonly FoundScreen[] };

/**
 * Whose screens a picture shows, and when. A mark counts when the ledger has its session, open in its minute, and the
 * picture wasn't seen in public before.
 * @param before when the picture was first seen in public
 */
export async function screensIn(
  desk: PhotoDesk,
  bytes: Uint8Array,
  before: Date,
): Promise<FoundPhoto> {
  const reading = await readPhoto(bytes, desk.accounts.screenMarks.tileKey);
  if (reading.is === "unopened") return { ...nothing, whyNot: reading.why };
  const { kind, of, whyNot } = reading;
  const looked = await Promise.all(reading.payloads.map((one) => lookUp(desk, one, before)));
  const screens = looked.flatMap((one) => ("staff" in one ? [one] : []));
  return {
    ...{ kind, of, whyNot, pictures: picturesOf(reading) },
    screens: screens.sort((one, other) => one.minute.getTime() - other.minute.getTime()),
    refused: looked.flatMap((one) => ("why" in one ? [one] : [])),
  };
}

const nothing = { kind: undefined, pictures: [], of: 0, screens: [], refused: [] };

async function lookUp(
  { database, clock, accounts }: PhotoDesk,
  { payload, places }: ReadPayload,
  before: Date,
): Promise<FoundScreen | RefusedMark> {
  const [best] = places;
  const place: MarkPlace = {
    picture: best?.picture ?? 0,
    outline: (best?.outline ?? []).map(([x, y]) => [Math.round(x), Math.round(y)] as const),
    seenIn: new Set(places.map(({ picture }) => picture)).size,
  };
  const found = await accounts.screenMarks.sessionOf(payload, clock());
  if (found.is === "refused") {
    const minute = "minute" in found ? found.minute : undefined;
    return { ...place, why: found.why, minute };
  }
  const { staff, session, alias, minute } = found;
  if (minute.getTime() >= before.getTime()) return { ...place, why: "later", minute };
  const shown = await shownAbout(database, { id: session, staff }, minute, before);
  return { ...place, staff, session, alias, minute, shown };
}

async function shownAbout(
  database: Database,
  session: { id: Id<"session">; staff: Id<"staff"> },
  minute: Date,
  before: Date,
): Promise<ShownValue[]> {
  const from = new Date(minute.getTime() - beforeMs);
  const to = new Date(Math.min(minute.getTime() + afterMs, before.getTime()));
  return await shownIn(database, session, { from, to });
}

function picturesOf(reading: PhotoReading): CoarsePicture[] {
  if (reading.is === "unopened") return [];
  return reading.pictures.map(({ stones, ...size }: Mosaic) => ({
    ...size,
    stones: Buffer.from(stones).toString("base64"),
  }));
}
