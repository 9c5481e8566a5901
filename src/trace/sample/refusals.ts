import { HoldfastError, type Refusal } from "#platform";

/** A sample that isn't read at all. No sentence repeats anything of it. */
abstract class SampleRefused extends HoldfastError {}

export class EmptySample extends SampleRefused {
  readonly code = "sample_empty";
  readonly refusal: Refusal = "invalid";
  constructor() {
    super("There is nothing in this sample. Give a file with rows, or paste them.");
  }
}

/** @param found what its first bytes say that it is, in words */
export class BinarySample extends SampleRefused {
  readonly code = "sample_not_text";
  readonly refusal: Refusal = "unprocessable";
  constructor(found: string) {
    super(
      `A sample is text: CSV, TSV, JSON, SQL or lines. This is ${found}. Save or type what it shows as text, and give that.`,
    );
  }
}

export class TooManyColumns extends SampleRefused {
  readonly code = "sample_too_many_columns";
  readonly refusal: Refusal = "too_large";
  readonly limit: number;
  readonly came: number;
  constructor(limit: number, came: number) {
    super(
      `This sample has ${came} columns or more, and at most ${limit} are read. Leave out those that say nothing of clients.`,
    );
    this.limit = limit;
    this.came = came;
  }
}
