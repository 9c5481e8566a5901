import { takenBy, type Value, type Verb } from "../claim/index.ts";
import { datesIn, type FoundDate } from "./dates.ts";
import { isPossible, verbsIn } from "./wording.ts";

/** A fact as a list of facts has it: what it is about, and what a source says. */
const fact = /^(?<name>[a-z][a-z0-9 ]{0,58}): (?<said>.+)$/i;

/** What lists of facts call the questions that every such case has, and what their numbers count. */
const named: Readonly<Record<string, { slot: string; unit?: string }>> = {
  ...alike("accounts users clients customers", { slot: "affected_count", unit: "client" }),
  ...alike("records rows", { slot: "affected_count", unit: "record" }),
  ...alike("employees insiders staff", { slot: "insider_count", unit: "staff" }),
  ...{ incidents: { slot: "incident_count", unit: "incident" } },
  "accounts pct": { slot: "affected_share", unit: "percent_of_clients" },
  "accounts percent": { slot: "affected_share", unit: "percent_of_clients" },
  "affected count": { slot: "affected_count", unit: "client" },
  "affected share": { slot: "affected_share", unit: "percent_of_clients" },
  "staff role": { slot: "insider_role" },
  ...alike("detection detected", { slot: "detected_by" }),
  "attackers hold": { slot: "material_held" },
  "videos public": { slot: "material_published" },
  ...alike("breach breached", { slot: "systems_breached" }),
  ...alike("pays payment", { slot: "payment_stance" }),
  ...{ title: { slot: "speaker_title" }, actor: { slot: "actor_name" } },
  ...alike("data", { slot: "data_types" }),
};

const numbers = /^~?\s?(?<amount>\d{1,3}(?:,\d{3})+|\d{1,15}(?:\.\d{1,6})?)(?<rest>.*)$/;
const isoDate = /^(?<date>(?:19|20)\d\d(?:-\d\d){0,2})(?![\d-])/;

/** Answers that can be told by their first words; any other one stays as it is told. */
const options: readonly (readonly [string, RegExp, string])[] = [
  ["detected_by", /^(?:a )?tip\b/i, "tip"],
  ["detected_by", /\bmonitoring\b/i, "monitoring"],
  ["material_held", /\bvideos? and\b/i, "videos_and_client_data"],
  ["material_held", /^videos?\b/i, "videos"],
  ["material_held", /\bdata\b/i, "client_data"],
  ["material_published", /^(?:none|no|nothing)\b/i, "nothing"],
  ["material_published", /\b(?:posted|published|released)\b/i, "something"],
  ["systems_breached", /\b(?:none|no|never)\b/i, "no"],
  ["systems_breached", /\bbreach/i, "yes"],
  ["payment_stance", /^(?:no|never|refuses)\b/i, "refuses"],
  ["payment_stance", /^yes\b/i, "pays"],
];
/** What says that the source tells nothing. */
const untold = /^(?:unknown|unclear|unconfirmed|unspecified|undated|undisclosed)\b/i;

export type FoundFact = {
  possible?: boolean;
  slot: string | undefined;
  value: Value;
  verb: Verb | undefined;
  needs: FoundDate["needs"];
};

/** What a line of facts may claim: `accounts: 2000`. Nothing, where it says that nobody knows, or is no such line. */
export function factIn(
  line: string,
  { text, published }: { text: string; published: string | undefined },
): FoundFact | undefined {
  const { name = "", said = "" } = fact.exec(line)?.groups ?? {};
  if (said === "" || untold.test(said)) return undefined;
  const known = named[name.toLowerCase()];
  const slot = known?.slot ?? slotNamed(name);
  const read = slot === undefined ? undefined : typed(slot, known?.unit, said, published);
  if (read?.value.is === "quantity") {
    // What happened to them stands in a line of its own: `accounts verb: potentially viewed`.
    const happened = `${said} ${text.split("\n").find((one) => one.startsWith(`${name} verb: `)) ?? ""}`;
    const verb = verbsIn(happened).at(-1)?.verb;
    return { slot, verb, possible: isPossible(happened), ...read };
  }
  if (read) return { slot, verb: undefined, ...read };
  const isFree = slot === undefined || takenBy(slot)?.includes("text");
  const value: Value = { is: "text", text: said.slice(0, 500) };
  return { slot: isFree ? slot : undefined, value, verb: undefined, needs: [] };
}

type Typed = { value: Value; needs: FoundDate["needs"] };

function typed(
  slot: string,
  unit: string | undefined,
  said: string,
  published: string | undefined,
): Typed | undefined {
  const takes = takenBy(slot) ?? [];
  if (takes.includes("quantity")) {
    const { amount } = numbers.exec(said)?.groups ?? {};
    if (amount === undefined || unit === undefined) return undefined;
    const value = Number(amount.replaceAll(",", ""));
    return { value: { is: "quantity", amount: value, hedge: "exactly", unit }, needs: [] };
  }
  if (takes.includes("date")) {
    const { date } = isoDate.exec(said)?.groups ?? {};
    if (date !== undefined) return { value: { is: "date", edtf: date }, needs: [] };
    const [found] = [said, `in ${said}`, `on ${said}`].flatMap((one) => datesIn(one, published));
    return found && { value: found.value, needs: found.needs };
  }
  const option = options.find(([of, pattern]) => of === slot && pattern.test(said))?.[2];
  return option === undefined ? undefined : { value: { is: "choice", option }, needs: [] };
}

function slotNamed(name: string): string | undefined {
  const slot = name.toLowerCase().replaceAll(" ", "_");
  return takenBy(slot) ? slot : undefined;
}

function alike<Named>(names: string, is: Named): Record<string, Named> {
  return Object.fromEntries(names.split(" ").map((name) => [name, is]));
}
