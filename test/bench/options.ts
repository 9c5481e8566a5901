/** What a benchmark may be told on the command line. */
export type BenchOptions = {
  /** How many events the ledger has that it measures on. */
  events?: number;
  /** They are events alone, without leaves. */
  slim?: boolean;
  /** Everything that it can measure, however long it takes. */
  whole?: boolean;
  /** Of all that it can measure only these rows, by their names. */
  rows?: readonly string[];
  /** What it filled stays for the next run. */
  keep?: boolean;
};
