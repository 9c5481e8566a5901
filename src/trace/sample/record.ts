import { looksLikeValue } from "./look.ts";
import { plain } from "./plain.ts";
import { TooManyColumns } from "./refusals.ts";

/** Why a line wasn't read. No value of it is repeated anywhere. */
export type BadBecause =
  | "too_long"
  | "unclosed_quote"
  | "too_many_cells"
  | "too_few_cells"
  | "not_json"
  /** It never ends, so nothing behind it was read either. */
  | "unended"
  | "too_deep"
  | "not_an_object"
  | "nothing_found";

/** What stands in a sample one after the other. `lines`: how many it takes, `end`: behind which byte it ends. */
export type Item = { line: number; lines: number; end: number } & (
  | { is: "record"; cells: readonly (string | undefined)[] }
  | { is: "header" }
  | { is: "blank" }
  | { is: "bad"; because: BadBecause }
  /** Only so far: what reads may let others work. */
  | { is: "pause" }
);

/** The names of a sample's columns, each once, in the order in which they come. */
export class ColumnNames {
  readonly #places = new Map<string, number>();
  readonly #names: string[] = [];
  readonly #max: number;
  readonly #lettersMax: number;

  constructor(max: number, lettersMax: number) {
    this.#max = max;
    this.#lettersMax = lettersMax;
  }

  get all(): readonly string[] {
    return this.#names;
  }

  /** Where a column of this name stands; a new one comes last. @throws {TooManyColumns} */
  placeOf(given: string): number {
    const known = this.#places.get(given);
    if (known !== undefined) return known;
    const place = this.add(given);
    this.#places.set(given, place);
    return place;
  }

  /** A new column. One without a name, or with a value for its name, is called by its place. @throws {TooManyColumns} */
  add(given: string): number {
    const place = this.#names.length;
    if (place >= this.#max) throw new TooManyColumns(this.#max, place + 1);
    const name = plain(given).slice(0, this.#lettersMax).trim();
    const isName = name !== "" && !looksLikeValue(name) && !/\d{5}/.test(name);
    this.#names.push(this.#unused(isName ? name : `column ${place + 1}`));
    return place;
  }

  #unused(name: string): string {
    if (!this.#names.includes(name)) return name;
    for (let number = 2; ; number += 1) {
      const other = `${name} ${number}`;
      if (!this.#names.includes(other)) return other;
    }
  }
}
