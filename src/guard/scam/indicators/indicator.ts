import type { Mark } from "../tokens.ts";
import { findAddresses } from "./address.ts";
import { findLinks } from "./link.ts";
import { findPhones } from "./phone.ts";

/** What a report names of the scammer's: it can be looked up, counted and taken down. */
export type IndicatorType =
  | "phone"
  | "email"
  | "domain"
  | "url"
  | "handle"
  | "crypto_address"
  | "app";

export type Indicator = { type: IndicatorType; value: string };

/** Where something stands that names somebody, how it is read by the rules, and the indicators that it gives. */
export type Sighting = Mark & { indicators: Indicator[] };

const indicatorsMax = 1_000;

/** Every indicator of a text once, in the order of the text, and the spans that name them, which the rules read as one word. */
export function findIndicators(text: string): { indicators: Indicator[]; marks: Sighting[] } {
  const sightings = [...findLinks(text), ...findAddresses(text), ...findPhones(text)];
  sightings.sort((a, b) => a.start - b.start || b.end - a.end);
  const marks: Sighting[] = [];
  for (const sighting of sightings) {
    if (sighting.start >= (marks.at(-1)?.end ?? 0)) marks.push(sighting);
  }
  const indicators = new Map<string, Indicator>();
  for (const indicator of marks.flatMap(({ indicators }) => indicators)) {
    if (indicators.size >= indicatorsMax) break;
    indicators.set(`${indicator.type} ${indicator.value}`, indicator);
  }
  return { indicators: [...indicators.values()], marks };
}
