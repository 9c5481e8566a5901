import type { Hedge, Statement } from "../claim/index.ts";

const hedges: Readonly<Record<Hedge, string>> = {
  exactly: "",
  about: "about ",
  at_least: "at least ",
  more_than: "more than ",
  at_most: "at most ",
  fewer_than: "fewer than ",
};

const months =
  "January February March April May June July August September October November December".split(
    " ",
  );
/** EDTF level 1 has seasons where months are. */
const seasons = ["spring", "summer", "autumn", "winter"];

/** Units that are counted one by one. */
const counted: ReadonlySet<string> = new Set(["client", "record", "incident", "account"]);

type Said = Pick<Statement, "value" | "denied" | "verb"> & Partial<Pick<Statement, "possible">>;

/** What a claim says, made of its value alone: nothing in it can be more than the claim. */
export function wordsOfClaim({ value, denied, possible, verb }: Said): string {
  const marks = `${possible ? "possibly " : ""}${denied ? "not " : ""}`;
  return `${marks}${wordsOfValue(value)}${verb ? `, ${verb}` : ""}`;
}

/** A question's name as people read it: `first_incident` is "first incident". */
export function wordsOfName(name: string): string {
  return name.replaceAll("_", " ");
}

/** A date in EDTF as people read it; one that this doesn't know stays as it is written. */
export function wordsOfDate(edtf: string): string {
  const [from, to, ...more] = edtf.split("/");
  if (from && to && more.length === 0) {
    return `between ${wordsOfDate(from)} and ${wordsOfDate(to)}`;
  }
  const read = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(edtf);
  if (!read) return edtf;
  const [, year, part, day] = read;
  if (part === undefined) return year === "XXXX" ? edtf : `${year}`;
  const season = seasons[Number(part) - 21];
  if (season !== undefined && day === undefined) return `the ${season} of ${year}`;
  const month = months[Number(part) - 1];
  if (month === undefined) return edtf;
  const named = day === undefined ? month : `${Number(day)} ${month}`;
  return year === "XXXX" ? `${named}, without a year` : `${named} ${year}`;
}

function wordsOfValue(value: Statement["value"]): string {
  if (value.is === "quantity") {
    const amount = value.amount.toLocaleString("en", { maximumFractionDigits: 6 });
    const many = value.amount !== 1 && counted.has(value.unit) ? "s" : "";
    return `${hedges[value.hedge]}${amount} ${wordsOfName(value.unit)}${many}`;
  }
  if (value.is === "date") return wordsOfDate(value.edtf);
  if (value.is === "later") {
    return `${value.daysMin} to ${value.daysMax} days after ${wordsOfName(value.than)}`;
  }
  return value.is === "choice" ? wordsOfName(value.option) : `“${value.text}”`;
}
