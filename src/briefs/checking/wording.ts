import type { Hedge } from "../claim/index.ts";
import type { Position } from "../contradiction/index.ts";

const hedgeWords: Readonly<Record<Hedge, string>> = {
  exactly: "",
  about: "about ",
  at_least: "at least ",
  more_than: "more than ",
  at_most: "at most ",
  fewer_than: "fewer than ",
};

/** What a position says, short, for who works on a brief. */
export function wordsOfPosition({ value, denied, verb }: Position): string {
  const words = valueWords(value);
  return `${denied ? "not " : ""}${words}${verb ? `, ${verb}` : ""}`;
}

function valueWords(value: Position["value"]): string {
  if (value.is === "quantity") {
    const amount = value.amount.toLocaleString("en", { maximumFractionDigits: 6 });
    return `${hedgeWords[value.hedge]}${amount} ${value.unit.replaceAll("_", " ")}`;
  }
  if (value.is === "date") return value.edtf;
  if (value.is === "later") {
    return `${value.daysMin} to ${value.daysMax} days after ${value.than.replaceAll("_", " ")}`;
  }
  return value.is === "choice" ? value.option.replaceAll("_", " ") : `“${value.text}”`;
}
