import { InvalidInput, type Language, languages } from "#platform";
import { say } from "./messages.ts";

/** Who somebody says that they are. */
export const claims = [
  "us",
  "bank",
  "authority",
  "tech_support",
  "shop",
  "family",
  "work",
  "other",
] as const;
export type Claim = (typeof claims)[number];

/** What has already happened: each has steps of its own. */
export const harms = ["code", "remote", "money", "seed"] as const;
export type Harm = (typeof harms)[number];

/** How much each field takes; with their titles they fit into one message. */
export const lettersMax = { happened: 3_000, pasted: 5_500, contacts: 800 } as const;

/** A report as it was typed. */
export type Report = {
  happened: string;
  /** The words of the message or mail itself. */
  pasted: string;
  claim: Claim | "";
  /** The numbers, links, addresses and names that showed. */
  contacts: string;
  harms: readonly Harm[];
  /** How many files came with it. */
  files?: number;
};

/** A report with something wrong in it. */
export class WrongReport extends InvalidInput {
  readonly field: keyof typeof lettersMax | "name" | "email" | "answer";
  constructor(field: WrongReport["field"], remedy: string) {
    super(`wrong_${field}`, remedy);
    this.field = field;
  }
}

/** A report's words as the first message of its ticket, with a title above each part. @throws {WrongReport} */
export function wordsOf(report: Report, language: Language): string {
  const { claim } = report;
  const parts: string[] = [];
  for (const field of ["happened", "pasted", "contacts"] as const) {
    const text = report[field].replaceAll("\r\n", "\n").trim();
    if (text.length > lettersMax[field] || !text.isWellFormed()) {
      throw new WrongReport(field, say(language, "form.too_long", { max: lettersMax[field] }));
    }
    if (text !== "") parts.push(`${say(language, `words.${field}`)}\n${text}`);
  }
  const { files: count = 0 } = report;
  if (count > 0) parts.push(say(language, "words.files", { count }));
  if (parts.length === 0) throw new WrongReport("happened", say(language, "form.empty"));
  if (claim !== "") parts.push(claimLine(claim, language));
  const done = harms.filter((harm) => report.harms.includes(harm));
  if (done.length > 0) parts.push(harmsLine(done, language));
  return parts.join("\n\n");
}

/** What somebody typed into the form, and whom they chose in it as the caller. */
export type Said = { words: string; claim: Claim | undefined };

/** Reads a report's words without the lines that the form itself wrote, in whichever language. */
export function saidIn(words: string): Said {
  formLines ??= new Map(languages.flatMap(linesOfForm));
  const lines = words.split("\n");
  const claim = lines.map((line) => formLines?.get(line)).findLast((found) => found);
  return { words: lines.filter((line) => !formLines?.has(line)).join("\n"), claim };
}

let formLines: Map<string, Claim | undefined> | undefined;

function linesOfForm(language: Language): [string, Claim | undefined][] {
  const titles = (["happened", "pasted", "contacts"] as const).map((field) =>
    say(language, `words.${field}`),
  );
  const sets: Harm[][] = [[]];
  for (const harm of harms) sets.push(...sets.map((set) => [...set, harm]));
  const chosen = sets.map((set) => harmsLine(set, language));
  return [
    ...[...titles, ...chosen].map((line): [string, undefined] => [line, undefined]),
    ...claims.map((claim): [string, Claim] => [claimLine(claim, language), claim]),
  ];
}

function claimLine(claim: Claim, language: Language): string {
  return `${say(language, "words.claim")} ${say(language, `claim.${claim}`)}`;
}

function harmsLine(done: readonly Harm[], language: Language): string {
  const said = done.map((harm) => say(language, `harm.${harm}`));
  return `${say(language, "words.harms")} ${said.join("; ")}`;
}

/** The same without the lines of a mail that name whom it was sent to: that is the one who reports it. */
export function withoutAddressee(words: string): string {
  return words.replace(
    /^(?:(?:resent-|x-original-)?(?:to|cc|bcc)|delivered-to|envelope-to|x-envelope-to|received|authentication-results|arc-[\w-]+|dkim-signature):.*(?:\n[ \t].*)*/gim,
    "",
  );
}
