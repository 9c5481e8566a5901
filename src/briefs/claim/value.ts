import { z } from "@hono/zod-openapi";
import { readEdtf, type Span } from "../edtf/index.ts";
import { plainLine } from "../source/index.ts";

export const hedges = [
  "exactly",
  "about",
  "at_least",
  "more_than",
  "at_most",
  "fewer_than",
] as const;
export type Hedge = (typeof hedges)[number];

const name = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/, "is no name in small letters with _");

/** What a claim says, in a form that can be compared. */
export const valueSchema = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("quantity"),
    amount: z.number().min(0).max(Number.MAX_SAFE_INTEGER),
    hedge: z.enum(hedges),
    /** Of what: `client`, `staff`, `record`, `percent_of_clients`, `usd`. */
    unit: name,
  }),
  z.strictObject({
    is: z.literal("date"),
    edtf: z
      .string()
      .max(60)
      .refine((text) => readEdtf(text) !== undefined, {
        message: "is no date in EDTF, such as 2026-04-13, 2026-04 or 2026-21",
      }),
  }),
  /** "Weeks after the first": by at least and at most so many days later than what answers another question. */
  z.strictObject({
    is: z.literal("later"),
    than: name,
    daysMin: z.int().min(0).max(36_500),
    daysMax: z.int().min(0).max(36_500),
  }),
  z.strictObject({ is: z.literal("choice"), option: name }),
  z.strictObject({ is: z.literal("text"), text: plainLine(1, 500) }),
]);
export type Value = z.infer<typeof valueSchema>;
export type Quantity = Extract<Value, { is: "quantity" }>;

/** The least share by which "about" may be wrong. */
const marginShare = 0.1;

/** Numbers that a quantity can stand for. An end that isn't included is open. */
export type Interval = { from: number; to: number; isFromOpen: boolean; isToOpen: boolean };

/** "About 2,000" was rounded, nobody says how: it stands for half a step of its last digit that isn't 0 to each side, or a tenth. */
export function intervalOf({ amount, hedge }: Quantity): Interval {
  const closed = { isFromOpen: false, isToOpen: false };
  if (hedge === "about") {
    const margin = Math.max(lastStep(amount) / 2, amount * marginShare);
    return { from: amount - margin, to: amount + margin, ...closed };
  }
  if (hedge === "at_least") return { ...closed, from: amount, to: Infinity };
  if (hedge === "more_than") return { ...closed, from: amount, to: Infinity, isFromOpen: true };
  if (hedge === "at_most") return { ...closed, from: 0, to: amount };
  if (hedge === "fewer_than") return { ...closed, from: 0, to: amount, isToOpen: true };
  return { ...closed, from: amount, to: amount };
}

/** 1,000 for 2,000; 100 for 2,100; 1 for 69,461. Below 10 nothing is rounded. */
function lastStep(amount: number): number {
  if (!Number.isInteger(amount) || amount < 10) return 0;
  let step = 1;
  while (amount % (step * 10) === 0) step *= 10;
  return step;
}

/** Whether one number can be what both mean. */
export function meet(one: Interval, other: Interval): boolean {
  return reaches(one, other) && reaches(other, one);
}

function reaches(low: Interval, high: Interval): boolean {
  const isOpen = low.isFromOpen || high.isToOpen;
  return isOpen ? low.from < high.to : low.from <= high.to;
}

/** When it was, as far as a date says; one that is later than another has no span of its own. */
export function spanOf(value: Value): Span | undefined {
  return value.is === "date" ? readEdtf(value.edtf)?.span : undefined;
}
