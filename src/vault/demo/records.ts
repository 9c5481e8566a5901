import { accountOf } from "#accounts";
import { dayOf, type Id } from "#platform";
import {
  type ClientLine,
  type ImportDesk,
  importLines,
  isImported,
  readClientLine,
} from "../importing/index.ts";

const othersCount = 200;

/** Each name is two plain words behind "Test": nobody is called so. */
const firstWords = [
  "Amber",
  "Birch",
  "Cedar",
  "Dune",
  "Ember",
  "Fern",
  "Garnet",
  "Hazel",
  "Iris",
  "Juniper",
];
const lastWords = [
  "Anchor",
  "Bridge",
  "Candle",
  "Door",
  "Engine",
  "Feather",
  "Garden",
  "Harbour",
  "Inlet",
  "Jetty",
];
const tiers = ["small", "middle", "large"];
const nationalities = ["NL", "DE", "US", "FR", "ES"];
const countries = ["NL", "DE", "US", "FR", "ES", "IE", "GB"];

/**
 * What the demo firm's systems know of the demo client and of invented others, taken like any import. Addresses,
 * numbers and places are those that are kept for examples.
 */
export async function demoRecords(desk: ImportDesk, client: Id<"client">): Promise<void> {
  if (await isImported(desk, idOf(0))) return;
  const account = await accountOf(desk.database, client);
  const own = { ...fieldsOf(0), email: "client@demo.example" };
  const given = [
    { id: idOf(0), country: "NL", ...(account && { account: account.publicId }), fields: own },
    ...Array.from({ length: othersCount }, (_, place) => ({
      id: idOf(place + 1),
      class: place % 50 === 7 ? "exposed" : place % 50 === 8 ? "colleague" : "ordinary",
      country: countries[place % countries.length],
      fields: fieldsOf(place + 1),
    })),
  ];
  const lines = given.map((line, place) => readClientLine(place + 1, line, desk.clock()));
  const read = lines.filter((line): line is ClientLine => !("error" in line));
  const { bad } = await importLines(desk, read, { via: "command" });
  if (bad.length > 0 || read.length < lines.length) throw new Error("the demo's clients are wrong");
}

function idOf(place: number): string {
  return `demo-${String(place).padStart(3, "0")}`;
}

function fieldsOf(place: number): Record<string, string> {
  const of = (words: readonly string[], at: number) => words[at % words.length] ?? "";
  const digits = String(place).padStart(4, "0");
  const birth = new Date(Date.UTC(1950, 0, 1 + place * 83));
  return {
    name: `Test ${of(firstWords, place)} ${of(lastWords, Math.floor(place / firstWords.length))}`,
    email: `test.${digits}@demo.example`,
    phone: `+1 ${202 + Math.floor(place / 100)} 555 01${digits.slice(2)}`,
    address: `${place + 1} Example Street, Testville`,
    date_of_birth: dayOf(birth),
    nationality: of(nationalities, place),
    id_number: `TEST-${digits}`,
    bank_last_four: digits,
    balance: `${((place * 7_919) % 90_000) + 100}.${digits.slice(2)} EUR`,
    holdings_tier: of(tiers, place),
    flags: place % 10 === 0 ? "Test: asks for letters" : "Test: none",
  };
}
