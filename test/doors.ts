import type { Source } from "./source.ts";

/** Doors that may give more than is taken. */
const except: Readonly<Record<string, string>> = {
  "src/tlog/index.ts": "could be published alone",
};

/**
 * What doors give that nobody outside of their folder takes, each as a sentence that says what to do. What a folder's own
 * tests take, they take from the file.
 */
export function untakenIn(sources: readonly Source[]): string[] {
  const takes = Map.groupBy(sources.flatMap(takesOf), ({ door }) => door);
  const takenFrom = (door: string): string[] => {
    const folder = door.slice(0, -"index.ts".length);
    return (takes.get(door) ?? [])
      .filter(({ by }) => !by.startsWith(folder))
      .flatMap(({ by, names }) => (names.includes("*") ? takenFrom(by) : names));
  };
  return sources
    .filter(({ name, path }) => name === "index.ts" && !isExcepted(path))
    .flatMap(({ path, exports }) => {
      const taken = new Set(takenFrom(path));
      const untaken = exports.filter((name) => !taken.has(name));
      return untaken.map((name) => `${path} gives ${name}, which nobody takes. Leave it out.`);
    });
}

/** What a file takes from which doors. By the name of a slice, a file takes from outside. */
function takesOf({ path, imports }: Source): { door: string; by: string; names: string[] }[] {
  return imports.map(({ from = "", names }) => ({
    door: from.startsWith("#") ? doorOf(from.slice(1)) : pathFrom(path, from),
    by: from.startsWith("#") ? from : path,
    names: names.map((name) => name.replace(/ as .*/, "")),
  }));
}

function doorOf(name: string): string {
  return name === "test" ? "test/index.ts" : `src/${name}/index.ts`;
}

function pathFrom(path: string, from: string): string {
  return from.startsWith(".") ? new URL(from, `file:///${path}`).pathname.slice(1) : from;
}

function isExcepted(path: string): boolean {
  return Object.keys(except).some((start) => path.startsWith(start));
}
