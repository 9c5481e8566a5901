import { globSync } from "node:fs";
import { describe } from "node:test";

const root = new URL("../../", import.meta.url);

/** Which test files share a process. Loading the desk takes longer than most files' tests, so each isn't one of its own. */
export const runs = {
  accounts: ["src/{accounts,keys}/**/*"],
  ledger: ["src/{briefs,ledger,tlog,trace,vault,watch}/**/*"],
  desk: ["src/{calls,contacts,guard,help,home,mark,outbox,platform,policy,tickets}/**/*", "src/*"],
  stories: ["test/*", "test/{journeys,contracts,learning}/*"],
} as const satisfies Record<string, readonly string[]>;

export type Run = keyof typeof runs;

/** The test files of a run, each a suite whose hooks are its own. */
export function runTests(run: Run): void {
  for (const file of testFilesOf(run)) {
    describe(file, async () => {
      await import(new URL(file, root).href);
    });
  }
}

/** @returns paths from the root of the repository */
export function testFilesOf(run: Run): string[] {
  const patterns = runs[run].map((pattern) => `${pattern}.test.{ts,tsx}`);
  return globSync(patterns, { cwd: root }).sort();
}
