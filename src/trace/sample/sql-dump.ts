import type { Limits } from "./limits.ts";
import type { BadBecause, ColumnNames, Item } from "./record.ts";
import type { SampleText } from "./sample-text.ts";
import { misfit } from "./separated.ts";
import { copiedCells, type SqlToken, SqlTokens } from "./sql-tokens.ts";

const tablesMax = 1_000;
const wordsBeforeTable = 4;
const name = String.raw`[\w."\x60[\]$]+`;
const beginning = new RegExp(
  String.raw`^[ \t]*(?:(?:insert|replace)\s[^(;]{1,200}(?:\([^()]{1,20000}\)\s*)?\bvalues?\s*\(` +
    String.raw`|copy ${name} ?(?:\([^()\n]{1,20000}\) )?from stdin\b|create table (?:if not exists )?${name}\s?\()`,
  "im",
);
const intoTable = /^(?:into|ignore|low_priority|delayed|high_priority)$/i;
const ofTable = /^(?:table|if|not|exists|temporary|temp|unlogged|global|local)$/i;
/** What begins a piece of `create table` that is no column. */
const besideColumns =
  /^(?:constraint|primary|unique|key|index|foreign|check|fulltext|spatial|exclude|like)$/i;
const nothing = /^(?:null|default)$/i;

/** Whether these are statements that fill tables, as mysqldump, pg_dump and sqlite3 write them. */
export function isSqlDump(start: string): boolean {
  return beginning.test(start);
}

/**
 * The rows that an SQL dump inserts or copies into its tables: each counts as a record. One that is damaged costs its own
 * line alone. A second table's columns are named with it; names come from the statement, or from `create table`.
 */
export function sqlItems(text: SampleText, names: ColumnNames, limits: Limits): Generator<Item> {
  return new Dump(text, names, limits).items();
}

/** Where a statement's values belong. Without columns they are called by their places. */
type Table = { name: string; columns: readonly string[] | undefined };

class Dump {
  readonly #tokens: SqlTokens;
  readonly #text: SampleText;
  readonly #names: ColumnNames;
  readonly #limits: Limits;
  readonly #created = new Map<string, readonly string[]>();
  /** The first table with rows. */
  #first: string | undefined;
  /** Where rows belong that go on behind a damaged one. */
  #filled: Table | undefined;
  #records = 0;

  constructor(text: SampleText, names: ColumnNames, limits: Limits) {
    this.#text = text;
    this.#names = names;
    this.#limits = limits;
    this.#tokens = new SqlTokens(text, limits.quotedLines, limits.lineLetters);
  }

  *items(): Generator<Item> {
    const tokens = this.#tokens;
    while (!tokens.isOver) {
      const token = tokens.next();
      const verb = token?.is === "word" ? token.text.toLowerCase() : "";
      if (verb === "insert" || verb === "replace") yield* this.#inserted();
      else if (verb === "copy") yield* this.#copied();
      else if (verb === "create") this.#create();
      else if (token?.text === ";") this.#filled = undefined;
      else if (token?.text === "(" && this.#filled) yield* this.#rows(this.#filled, token.at);
      else tokens.skipLine();
      yield { is: "pause", line: this.#records + 1, lines: 0, end: tokens.at };
    }
  }

  /** `insert into t (a, b) values`, and the rows behind it. */
  *#inserted(): Generator<Item> {
    this.#filled = undefined;
    const table = this.#table(intoTable);
    for (let words = 0; table && !/^values?$/i.test(this.#tokens.peek()?.text ?? ""); words += 1) {
      if (words > wordsBeforeTable || this.#tokens.next()?.is !== "word") return;
    }
    this.#tokens.next();
    this.#filled = table;
    if (table) yield* this.#rows(table, this.#tokens.at);
  }

  /** `(1, 'x'), (2, 'y')`. */
  *#rows(table: Table, from: number): Generator<Item> {
    this.#tokens.at = from;
    while (this.#tokens.peek()?.text === "(") {
      const start = this.#tokens.at;
      const cells = this.#tuple();
      if (typeof cells === "object") {
        yield this.#item(table, cells);
        if (this.#tokens.peek()?.text === ",") this.#tokens.next();
      } else if (cells === "unended" && this.#text.isCut) return;
      else {
        this.#tokens.at = start;
        this.#tokens.next();
        this.#tokens.skipLine();
        yield this.#bad(cells);
      }
    }
  }

  /** `copy t (a, b) from stdin;`, and lines with tabs up to `\.`. */
  *#copied(): Generator<Item> {
    const table = this.#table(intoTable);
    const [from, stdin] = [this.#tokens.next(), this.#tokens.next()];
    if (!table || !/^from stdin$/i.test(`${from?.text} ${stdin?.text}`)) return;
    this.#tokens.skipLine();
    while (!this.#tokens.isOver) {
      const start = this.#tokens.at;
      this.#tokens.skipLine();
      const isLong = this.#tokens.at - start > this.#limits.lineLetters;
      const line = isLong ? "" : this.#text.decode(start, this.#tokens.at).replace(/\r?\n$/, "");
      if (line === "\\.") return;
      yield isLong ? this.#bad("too_long") : this.#item(table, copiedCells(line));
    }
  }

  /** `create table t (a text, b text)`: the names of its columns, in their order. */
  #create(): void {
    const table = this.#table(ofTable, besideColumns);
    if (table?.columns && this.#created.size < tablesMax) {
      this.#created.set(table.name, table.columns);
    }
  }

  /** A table's last name, and the columns behind it. */
  #table(before: RegExp, besides?: RegExp): Table | undefined {
    let name: string | undefined;
    for (let words = 0; words <= wordsBeforeTable && name === undefined; words += 1) {
      const token = this.#tokens.peek();
      if (token?.is === "word" && before.test(token.text)) this.#tokens.next();
      else name = this.#name();
    }
    while (name !== undefined && this.#tokens.peek()?.text === ".") {
      this.#tokens.next();
      name = this.#name();
    }
    if (name === undefined) return undefined;
    const columns = this.#tokens.peek()?.text === "(" ? this.#columns(besides) : undefined;
    return { name, columns: columns ?? this.#created.get(name) };
  }

  /** A name as it stands, or in quotation marks, backticks or brackets. */
  #name(): string | undefined {
    const token = this.#tokens.next();
    if (token && this.#text.bytes[token.at] === 0x60) this.#tokens.isHiding = true;
    if (token?.is !== "sign") return token?.text;
    const named = token.text === "[" ? this.#tokens.next() : undefined;
    return named?.is === "word" && this.#tokens.next()?.text === "]" ? named.text : undefined;
  }

  /** The names that the pieces between brackets begin with, without those that `besides` knows. */
  #columns(besides: RegExp | undefined): string[] | undefined {
    const columns: string[] = [];
    let isFirst = false;
    const because = this.#within((token, isEdge) => {
      if (isEdge) isFirst = true;
      else if (isFirst && token.text !== "[") {
        isFirst = false;
        if (token.is === "quoted" || !besides?.test(token.text)) columns.push(token.text);
      }
    });
    return because ? undefined : columns;
  }

  /** The cells of one row: the first string that stands in each, of `to_date('1984-05-28', …)` the date, or else its text. */
  #tuple(): (string | undefined)[] | BadBecause {
    const cells: (string | undefined)[] = [];
    let quoted: string | undefined;
    let from = 0;
    const because = this.#within((token, isEdge) => {
      if (token.is === "quoted") quoted ??= token.text;
      if (!isEdge) return;
      if (token.text !== "(") cells.push(quoted ?? this.#bare(from, token.at));
      quoted = undefined;
      from = this.#tokens.at;
    });
    return because ?? cells;
  }

  /** Takes what stands between two brackets. `isEdge`: the outer brackets themselves, and the commas that part them. */
  #within(take: (token: SqlToken, isEdge: boolean) => void): BadBecause | undefined {
    const tokens = this.#tokens;
    const start = tokens.at;
    let depth = 0;
    do {
      const token = tokens.next();
      if (!token) return tokens.isOver ? "unended" : "unclosed_quote";
      if (tokens.at - start > this.#limits.lineLetters) return "too_long";
      const sign = token.is === "sign" ? token.text : "";
      if (sign === "(") depth += 1;
      if (depth > this.#limits.depth) return "too_deep";
      take(token, depth === 1 && ["(", ",", ")"].includes(sign));
      if (sign === ")") depth -= 1;
    } while (depth > 0);
    return undefined;
  }

  #bare(from: number, to: number): string | undefined {
    const text = this.#text.decode(from, to).trim();
    return nothing.test(text) ? undefined : text;
  }

  #item(table: Table, cells: readonly (string | undefined)[]): Item {
    if (!cells.some((cell) => cell?.trim())) return { ...this.#place(), is: "blank" };
    const because = misfit(cells, table.columns?.length ?? cells.length);
    if (because) return this.#bad(because);
    this.#first ??= table.name;
    const before = table.name === this.#first ? "" : `${table.name}.`;
    const placed: (string | undefined)[] = [];
    for (const [place, cell] of cells.entries()) {
      const column = table.columns?.[place] ?? `column ${place + 1}`;
      placed[this.#names.placeOf(before + column)] = cell;
    }
    return { ...this.#place(), is: "record", cells: placed };
  }

  #bad(because: BadBecause): Item {
    return { ...this.#place(), is: "bad", because };
  }

  #place(): Pick<Item, "line" | "lines" | "end"> {
    this.#records += 1;
    return { line: this.#records, lines: 1, end: this.#tokens.at };
  }
}
