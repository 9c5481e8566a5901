/** How much of a sample is read. What is beyond is stated, never read in part. */
export const limits = {
  bytes: 20_000_000,
  /** Lines of what was given, and records where one line may hold many. */
  lines: 500_000,
  rows: 50_000,
  columns: 200,
  /** Letters of one line, and of one record that stands on several. */
  lineLetters: 400_000,
  /** Letters of one value. A longer one is left out. */
  valueLetters: 2_000,
  /** How many lines one value between quotation marks may go over. */
  quotedLines: 20,
  /** Values of one field in one row. */
  valuesOfField: 3,
  /** Letters of a column's name. */
  nameLetters: 60,
  /** How deep one record in JSON may go. */
  depth: 8,
  /** Values of a column by which its meaning is guessed. */
  surveyed: 2_000,
  /** Lines that couldn't be read, and are listed one by one; the others are counted. */
  listed: 1_000,
} as const;

/** For tests, smaller ones. */
export type Limits = { readonly [Name in keyof typeof limits]: number };
