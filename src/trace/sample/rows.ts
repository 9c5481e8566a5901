import type { FieldName } from "#policy";
import type { LeakedRow, LeakedValue } from "../leak.ts";
import type { Column, Conventions } from "./columns.ts";
import type { Limits } from "./limits.ts";
import { hasUnseen, plain } from "./plain.ts";
import { joinedName, readAccount, readCell, readReference, readValue } from "./values.ts";

/** What was left out of rows that were read, and why: counts of values. */
export type LeftOut = {
  /** Longer than a value can be. */
  tooLong: number;
  /** What a table program would compute. */
  formulas: number;
  /** Not what their column says that they are. */
  unreadable: number;
  /** More values of one field than a row has. */
  tooMany: number;
};

/** @property unseen values that had signs in them that nobody sees; they were read without them */
export type RowCounts = LeftOut & { unseen: number };

type Draft = {
  values: LeakedValue[];
  foreign: string[];
  account: string | undefined;
  reference: string | undefined;
  first: string | undefined;
  last: string | undefined;
};

/** A cell as both passes read it; undefined when it is too long to be a value. */
export function cellText(cell: string, limits: Limits): string | undefined {
  return cell.length > limits.valueLetters ? undefined : plain(cell);
}

/** Makes rows of records, by the meanings of their columns. */
export class RowReader {
  readonly #columns: readonly Column[];
  readonly #conventions: readonly Conventions[];
  readonly #limits: Limits;
  readonly counts: RowCounts = { tooLong: 0, formulas: 0, unreadable: 0, tooMany: 0, unseen: 0 };

  constructor(columns: readonly Column[], conventions: readonly Conventions[], limits: Limits) {
    this.#columns = columns;
    this.#conventions = conventions;
    this.#limits = limits;
  }

  read(line: number, cells: readonly (string | undefined)[]): LeakedRow {
    const draft: Draft = {
      ...{ values: [], foreign: [], account: undefined, reference: undefined },
      ...{ first: undefined, last: undefined },
    };
    for (const [place, column] of this.#columns.entries()) {
      if (column.meaning.is === "ignored" || column.meaning.is === "unknown") continue;
      const text = this.#valueOf(cells[place]);
      if (text !== undefined && !this.#take(draft, column, place, text))
        this.counts.unreadable += 1;
    }
    const { account, reference, foreign } = draft;
    const values = [...nameOf(draft), ...draft.values];
    return { line, values, foreign, ...(account && { account }), ...(reference && { reference }) };
  }

  #valueOf(cell: string | undefined): string | undefined {
    if (cell === undefined || cell === "") return undefined;
    const text = cellText(cell, this.#limits);
    if (text === undefined) {
      this.counts.tooLong += 1;
      return undefined;
    }
    if (hasUnseen(cell)) this.counts.unseen += 1;
    const read = readCell(text);
    if (read.is === "formula") this.counts.formulas += 1;
    return read.is === "value" ? read.text : undefined;
  }

  #take(draft: Draft, { name, meaning }: Column, place: number, text: string): boolean {
    switch (meaning.is) {
      case "account":
        draft.account ??= readAccount(text);
        return draft.account !== undefined;
      case "reference":
        draft.reference ??= readReference(text);
        return draft.reference !== undefined;
      case "foreign":
        draft.foreign.push(name);
        return true;
      case "name":
        draft[meaning.piece] ??= text;
        return true;
      case "field": {
        if (this.#isFull(draft, meaning.field)) return true;
        const conventions = this.#conventions[place];
        const value = conventions && readValue(meaning.field, meaning.part, text, conventions);
        if (value) draft.values.push(value);
        return value !== undefined;
      }
      case "unknown":
      case "ignored":
        return true;
    }
  }

  #isFull({ values }: Draft, field: FieldName): boolean {
    const isFull = values.filter((one) => one.field === field).length >= this.#limits.valuesOfField;
    if (isFull) this.counts.tooMany += 1;
    return isFull;
  }
}

function nameOf({ first, last }: Draft): LeakedValue[] {
  if (first !== undefined && last !== undefined) return [joinedName(first, last)];
  const one = first ?? last;
  return one === undefined ? [] : [{ field: "name", part: "words", text: one }];
}
