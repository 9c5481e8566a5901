import type { Id } from "#platform";
import type { Candidate } from "../leak.ts";
import { type Look, type Question, type Slot, slotsOf } from "./asked.ts";

/** Of the fields that anybody was shown, somebody must have been shown this part to hold a row. */
const fieldsMin = 0.5;

/** Somebody who could have given a row, and when this person saw something of it. No look is known of who has a decoy alone. */
export type Holder = { staff: Id<"staff">; firstMs?: number; lastMs?: number };

/** Who holds a row about one client. `isDecoy`: it has a value that nobody but this person is ever shown. */
export type Holding = { holders: readonly Holder[]; isDecoy: boolean };

/** Looks by the place of their client. */
export type Looks = ReadonlyMap<number, readonly Look[]>;

type Seen = Required<Holder> & { fields: number };

/**
 * Who could have given what stands in a row about this client. A field counts when anybody was shown it in a version with the
 * row's value: whoever leaks adds columns from elsewhere, and of those nobody was shown any. Of the fields that count,
 * somebody holds the row who was shown the most, and at least half.
 */
export function holdingOf(question: Question, looks: Looks, candidate: Candidate): Holding {
  const seen = seenOf(question, looks, candidate);
  const viewer = viewerOf(candidate);
  if (viewer) return { holders: [seen.get(viewer) ?? { staff: viewer }], isDecoy: true };
  const all = [...seen.values()];
  const counting = bitCount(all.reduce((sum, { fields }) => sum | fields, 0));
  const most = Math.max(0, ...all.map(({ fields }) => bitCount(fields)));
  const holders =
    most >= counting * fieldsMin ? all.filter(({ fields }) => bitCount(fields) === most) : [];
  return { holders, isDecoy: false };
}

/** Each person who was shown one of the candidate's values, with the fields as bits. */
function seenOf(question: Question, looks: Looks, candidate: Candidate): Map<Id<"staff">, Seen> {
  const seen = new Map<Id<"staff">, Seen>();
  for (const [number, slots] of slotsOf(candidate).entries()) {
    for (const [place, bits] of placesOf(question, slots)) {
      for (const look of looks.get(place) ?? []) {
        if ((look.slots & bits) !== 0) addLook(seen, look, 1 << number);
      }
    }
  }
  return seen;
}

function addLook(
  seen: Map<Id<"staff">, Seen>,
  { staff, firstMs, lastMs }: Look,
  field: number,
): void {
  const own = seen.get(staff);
  if (!own) {
    seen.set(staff, { staff, firstMs, lastMs, fields: field });
    return;
  }
  own.fields |= field;
  if (firstMs < own.firstMs) own.firstMs = firstMs;
  if (lastMs > own.lastMs) own.lastMs = lastMs;
}

function placesOf(question: Question, slots: readonly Slot[]): Map<number, number> {
  const places = new Map<number, number>();
  for (const slot of slots) {
    const { place, bit } = question.find(slot);
    places.set(place, (places.get(place) ?? 0) | bit);
  }
  return places;
}

/** Who alone is shown one of the row's values, where one is a decoy. */
function viewerOf({ matched }: Candidate): Id<"staff"> | undefined {
  for (const versions of matched.values()) {
    const viewers = new Set(versions.map(({ viewer }) => viewer));
    const [viewer] = viewers;
    if (viewers.size === 1 && viewer) return viewer;
  }
  return undefined;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}
