import { dayOf } from "#platform";
import type { FieldName } from "#policy";

const firstNames =
  "Amber Birch Cedar Dune Ember Fern Garnet Hazel Iris Jade Kelda Linden Maple Nettle Olive Pearl".split(
    " ",
  );
const lastBegins =
  "Ash Beck Clay Dell Elm Ford Glen Heath Kirk Lang Marl North Oak Pens Rush Stan".split(" ");
const lastEnds =
  "bourne by combe croft dale field ham hurst ley more shaw ton wade well wick worth".split(" ");
const streets = ["Harbour Street", "Mill Lane", "Station Road", "Church Walk", "Park Avenue"];
const towns = ["Testville", "Sampleton", "Examplebury", "Modelford"];
/** ISO 3166-1 alpha-2. */
const countries = ["NL", "DE", "US", "FR", "ES", "IT", "IE"];
const balanceDays = 30;

/** The fields that clients of a made-up desk have. */
export const filledFields = [
  "name",
  "email",
  "phone",
  "address",
  "date_of_birth",
  "nationality",
  "balance",
] as const satisfies readonly FieldName[];
export type FilledField = (typeof filledFields)[number];

/**
 * On which days of a history, counted from 0, a client's value became another one: balances once a month, each client's
 * on a day of its own; one address in nine, one phone number in seven and one e-mail address in eleven once.
 */
export function changeDays(client: number, field: FilledField, days: number): number[] {
  if (field === "balance") {
    const first = 1 + (client % balanceDays);
    const count = Math.max(0, Math.ceil((days - first) / balanceDays));
    return Array.from({ length: count }, (_, place) => first + place * balanceDays);
  }
  const day = onceOn(client, field, days);
  return day === undefined ? [] : [day];
}

/** Which version of the value a client has on that day, from 1. */
export function versionOn(client: number, field: FilledField, day: number, days: number): number {
  if (field === "balance") {
    return 1 + Math.floor((day - 1 - (client % balanceDays) + balanceDays) / balanceDays);
  }
  const changed = onceOn(client, field, days);
  return changed !== undefined && day >= changed ? 2 : 1;
}

/** What a client's value is in that version: nobody's, and no two clients' e-mail addresses and numbers are alike. */
export function filledValue(client: number, field: FilledField, version: number): string {
  const digits = String(client).padStart(7, "0");
  const first = firstNames[client % firstNames.length];
  const place = Math.floor(client / firstNames.length);
  const end = lastEnds[Math.floor(place / lastBegins.length) % lastEnds.length];
  const last = `${lastBegins[place % lastBegins.length]}${end}`;
  switch (field) {
    case "name":
      return `${first} ${last}`;
    case "email":
      return `${first}.${last}.${digits}@${version === 1 ? "example.net" : "example.org"}`.toLowerCase();
    case "phone":
      return `+1${version === 1 ? "202" : "303"}${digits}`;
    case "address":
      return `${(client % 300) + version} ${streets[client % streets.length]}, ${towns[client % towns.length]}`;
    case "date_of_birth":
      return dayOf(new Date(Date.UTC(1950, 0, 1 + (client % 18_000))));
    case "nationality":
      return countries[client % countries.length] ?? "NL";
    case "balance":
      return `${(client * 7_919 + version * 104_729) % 250_000}.${digits.slice(5)} EUR`;
  }
}

/** Never on the first day: a value that lasted no moment would be nobody's. */
function onceOn(client: number, field: FilledField, days: number): number | undefined {
  const later = days - 1;
  if (later < 1) return undefined;
  if (field === "email" && client % 11 === 3) return 1 + ((client * 7) % later);
  if (field === "phone" && client % 7 === 2) return 1 + ((client * 13) % later);
  if (field === "address" && client % 9 === 4) return 1 + ((client * 17) % later);
  return undefined;
}
