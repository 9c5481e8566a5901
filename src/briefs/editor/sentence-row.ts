import {
  type DraftLine,
  draftLineSchema,
  type EditionObjection,
  type Written,
  writtenSections,
} from "../edition/index.ts";

/** A sentence as it is typed: its claims are numbers with anything between them. */
export type SentenceRow = { section: Written; question: string; text: string; claims: string };

/** Why a row can't be saved. */
export type WrongRow = "text" | "claims" | "question" | "length";

/** What keeps a row from being saved, or from being published. */
export type RowRemarks = { wrong: WrongRow | undefined; objections: readonly string[] };

export type ReadRows = {
  /** Those that could be saved. */
  lines: DraftLine[];
  /** What is wrong with the others, by their places. */
  wrong: ReadonlyMap<number, WrongRow>;
};

export function rowOf({ section, question = "", text, claims }: DraftLine): SentenceRow {
  return { section, question, text, claims: claims.join(", ") };
}

/** Rows in the order of the sections, each section with one that is empty. */
export function withRoom(rows: readonly SentenceRow[]): SentenceRow[] {
  return writtenSections.flatMap((section) => [
    ...rows.filter((row) => row.section === section && !isEmpty(row)),
    { section, question: "", text: "", claims: "" },
  ]);
}

/** Reads what was typed; a row of which nothing is left isn't a sentence any more. */
export function readRows(rows: readonly SentenceRow[]): ReadRows {
  const lines: DraftLine[] = [];
  const wrong = new Map<number, WrongRow>();
  for (const [place, row] of rows.entries()) {
    if (isEmpty(row)) continue;
    const read = draftLineSchema.safeParse(lineFrom(row));
    if (read.success) lines.push(read.data);
    else wrong.set(place, whyWrong(row));
  }
  return { lines, wrong };
}

/** What is said of each row: an objection is of the row whose words it names. */
export function remarksOn(
  rows: readonly SentenceRow[],
  { wrong }: Pick<ReadRows, "wrong">,
  objections: readonly EditionObjection[],
): { byRow: RowRemarks[]; rest: EditionObjection[] } {
  const told = new Set<EditionObjection>();
  const byRow = rows.map((row, place): RowRemarks => {
    const line = lineFrom(row);
    const own = objections.filter(
      ({ section, text }) =>
        text !== "" && section === row.section && (text === line.text || text === row.question),
    );
    for (const objection of own) told.add(objection);
    return { wrong: wrong.get(place), objections: [...new Set(own.map(({ message }) => message))] };
  });
  return { byRow, rest: objections.filter((objection) => !told.has(objection)) };
}

function lineFrom({ section, question, text, claims }: SentenceRow) {
  const numbers = claims.match(/\d+/g) ?? [];
  return {
    ...{ section, text: text.trim().replace(/\s+/g, " ") },
    claims: [...new Set(numbers.map(Number))],
    ...(section === "faq" && { question: question.trim() }),
  };
}

function whyWrong({ section, question, text, claims }: SentenceRow): WrongRow {
  if (text.trim().length < 3) return "text";
  if (!/\d/.test(claims)) return "claims";
  return section === "faq" && question.trim().length < 3 ? "question" : "length";
}

function isEmpty({ question, text, claims }: SentenceRow): boolean {
  return `${question}${text}${claims}`.trim() === "";
}
