/** Who may import whom, in building order (beside `platform`): the executed form of the table in ARCHITECTURE.md. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  guard: [],
  policy: ["guard"],
  contacts: ["guard", "policy"],
  help: ["guard", "policy", "contacts"],
  home: ["guard", "policy", "contacts", "help"],
};

/** Slices that are pure: they import no other slice, not even `platform`, and touch no database or network. */
export const pure: readonly string[] = ["guard"];

export type SourceFile = { path: string; text: string };

const testDoors = new Set(["#test", "#fast-check"]);
const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^"';]*?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;
const sqlPattern =
  /`\s*(?:select|insert into|update|delete from|with|create|alter|drop)\s[^`]*`|"(?:select|insert into|delete from|update) [^"]*"/;
const linesMax = 400;
const vagueNames = /(^|[/-])(utils?|helpers?|common|managers?|services?|types)(\.test)?\.tsx?$/;

/** Everything about one file that the house does not allow, each as a sentence. */
export function violationsIn({ path, text }: SourceFile): string[] {
  const [top, slice = "", ...rest] = path.split("/");
  const found: string[] = [];
  const say = (sentence: string) => found.push(`${path} ${sentence}`);
  if (text.split("\n").length - 1 > linesMax) say(`has more than ${linesMax} lines`);
  if (vagueNames.test(path)) say("has a name that says nothing");
  if (top !== "src" || rest.length === 0) return found;
  if (!(slice in mayImport)) say("is in no slice of the table");
  for (const specifier of importsOf(text)) {
    const refused = refusedImport(slice, path, specifier);
    if (refused) say(refused);
  }
  const name = rest.at(-1) ?? "";
  const isTest = /\.test\.tsx?$/.test(name);
  if (name === "index.ts" && rest.length === 1 && text.split("\n").length - 1 > 20)
    say("is a door of more than 20 lines");
  if (!isTest && slice !== "platform" && name !== "store.ts" && sqlPattern.test(text))
    say("holds SQL outside store.ts");
  if (!isTest && slice !== "platform" && !/^routes/.test(name) && /from "hono"/.test(text))
    say("speaks HTTP outside routes");
  return found;
}

export function importsOf(text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? "");
}

function refusedImport(slice: string, path: string, specifier: string): string | undefined {
  const isTest = /\.test\.tsx?$/.test(path);
  if (testDoors.has(specifier)) return isTest ? undefined : "imports the tests";
  if (specifier.startsWith("#")) return refusedDoor(slice, specifier.slice(1), isTest);
  if (specifier.startsWith(".") && leavesSlice(slice, path, specifier)) {
    return `reaches out of its slice to ${specifier}`;
  }
  const isOutside =
    specifier.startsWith("node:net") || specifier.startsWith("node:http") || specifier === "pg";
  if (pure.includes(slice) && !isTest && isOutside) return `is pure but imports ${specifier}`;
  return undefined;
}

function refusedDoor(slice: string, door: string, isTest: boolean): string | undefined {
  if (door === slice) return "imports its own door";
  if (pure.includes(slice)) return isTest ? undefined : `is pure but imports #${door}`;
  if (door === "platform" || mayImport[slice]?.includes(door)) return undefined;
  return `imports #${door}, which stands below it or beside it`;
}

/** Only the message catalogue and the migrations stand outside a slice and are read by it. */
function leavesSlice(slice: string, path: string, specifier: string): boolean {
  const target = new URL(specifier, `file:///${path}`).pathname.slice(1);
  return !target.startsWith(`src/${slice}/`) && !target.startsWith("messages/");
}
