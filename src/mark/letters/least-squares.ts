import { solve } from "../geometry.ts";

/** Unknowns that fit many equations best. */
export class LeastSquares {
  readonly unknowns: number;
  readonly #rows: Float64Array[];
  /** Of the differences that were left, before it is solved. */
  squares = 0;
  equations = 0;

  constructor(unknowns: number) {
    this.unknowns = unknowns;
    this.#rows = Array.from({ length: unknowns }, () => new Float64Array(unknowns + 1));
  }

  /** An equation: the unknowns of these numbers, each times its factor, come to the value. */
  add(numbers: readonly number[], factors: readonly number[], value: number): void {
    for (let at = 0; at < numbers.length; at++) {
      const row = this.#rows[numbers[at] ?? 0] as Float64Array;
      const factor = factors[at] ?? 0;
      if (factor === 0) continue;
      for (let other = 0; other < numbers.length; other++) {
        const column = numbers[other] ?? 0;
        row[column] = (row[column] ?? 0) + factor * (factors[other] ?? 0);
      }
      row[this.unknowns] = (row[this.unknowns] ?? 0) + factor * value;
    }
    this.squares += value * value;
    this.equations++;
  }

  /** How much the equations say of an unknown, when all others are known. */
  precisionOf(unknown: number): number {
    return this.#rows[unknown]?.[unknown] ?? 0;
  }

  /** @returns nothing where they don't decide it */
  solved(): number[] | undefined {
    return solve(this.#rows);
  }
}
