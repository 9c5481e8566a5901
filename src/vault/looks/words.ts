import { clockTime, type Language } from "#platform";
import { say as sayVault } from "../messages.ts";
import type { Seen } from "../past-look/index.ts";
import type { LookLine } from "./by-contact.ts";
import { isMessageKey, say } from "./messages.ts";
import type { Naming } from "./reading.ts";

/** What was looked at, such as "E-mail address". */
export function whatOf(language: Language, seen: Seen): string {
  switch (seen.is) {
    case "field":
    case "nothing":
    case "test":
      return sayVault(language, `field.${seen.field}`);
    case "pass":
      return seen.fields.length > 0
        ? seen.fields.map((field) => sayVault(language, `field.${field}`)).join(", ")
        : say(language, "seen.other");
    case "search": {
      const key = `by.${seen.by}`;
      return say(language, isMessageKey(key) ? key : "by.other");
    }
    default:
      return say(language, `seen.${seen.is}`);
  }
}

/** How it was looked at, such as "asked yes or no, without seeing it". */
export function howOf(
  language: Language,
  { seen, isRefused }: Pick<LookLine, "seen" | "isRefused">,
) {
  switch (seen.is) {
    case "field":
    case "search":
      return say(language, isRefused ? `seen.${seen.is}_refused` : `seen.${seen.is}`);
    case "test":
      return testOf(language, seen.threshold, isRefused);
    case "nothing":
      return say(language, "seen.nothing");
    case "pass":
      return say(language, "seen.pass", {
        until: seen.until ? clockTime(seen.until) : "unknown",
        day: seen.until ?? new Date(0),
      });
    default:
      return say(language, `seen.${seen.is}_how`);
  }
}

function testOf(language: Language, threshold: number | undefined, isRefused: boolean): string {
  if (isRefused) return say(language, "seen.test_refused");
  if (threshold === undefined) return say(language, "seen.test");
  return say(language, "seen.at_least", { threshold });
}

/** Which team it was, and whom it works for: never who. */
export function whoOf(language: Language, staff: LookLine["staff"], { teams }: Naming): string {
  const team = staff && teams.get(staff);
  return team ? say(language, "who", team) : say(language, "who.unknown");
}

/** Why, in the words of the rules; nothing, for what needs no reason but the contact. */
export function whyOf(
  language: Language,
  purpose: string | undefined,
  { purposes }: Naming,
): string | undefined {
  if (purpose === undefined) return undefined;
  return purposes.get(purpose)?.sentence ?? say(language, "purpose.unknown", { code: purpose });
}
