import type { z } from "@hono/zod-openapi";

type Issue = z.core.$ZodIssue;
type RawIssue = z.core.$ZodRawIssue;

/** What stands where a name should be may be somebody's value: only what looks like a name is repeated. */
const nameForm = /^[a-z][A-Za-z_-]{0,39}$/;
const noneOfThem = "is none of what it takes";

const kindWords: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list, in [ ]",
  object: "an object, in { }",
  record: "an object, in { }",
  null: "null",
};

/**
 * For a schema's parsing: says what doesn't fit in plain words, as the end of a sentence that begins with the name of what was
 * given. What a schema says itself stands.
 */
export const inPlainWords = { error: wordsOf };

/**
 * What doesn't fit of something that was parsed with `inPlainWords`, as a sentence; it repeats no value.
 * @param nameOf how whoever gave it knows the place: an option's name
 */
export function misfitIn(
  error: z.ZodError,
  nameOf: (path: string) => string = (path) => path || "the line",
): string {
  const { path = [], message = noneOfThem } = clearest(error.issues) ?? {};
  const known = path.filter((part) => typeof part === "number" || nameForm.test(String(part)));
  return `${nameOf(known.map(String).join("."))} ${message}.`;
}

/** Of something that may be one of several, and has no sentence of its own, the complaint of the one that it is nearest to. */
function clearest(issues: readonly Issue[]): Issue | undefined {
  const [issue] = issues;
  if (issue?.code !== "invalid_union" || issue.message !== noneOfThem) return issue;
  const [nearest = []] = [...issue.errors].sort((one, other) => one.length - other.length);
  const inner = clearest(nearest);
  return inner ? { ...inner, path: [...issue.path, ...inner.path] } : issue;
}

function wordsOf(issue: RawIssue): string {
  if (issue.input === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `takes ${kindWords[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `takes ${anyOf(issue.values.map(String))}`;
    case "too_small":
      return boundOf(issue.origin, Number(issue.minimum), issue.inclusive ? "at least" : "more");
    case "too_big":
      return boundOf(issue.origin, Number(issue.maximum), issue.inclusive ? "at most" : "less");
    case "unrecognized_keys":
      return unknownNames(issue.keys);
    case "invalid_format":
      return formOf(issue.format);
    default:
      return noneOfThem;
  }
}

function anyOf(values: readonly string[]): string {
  const last = values.at(-1) ?? "";
  return values.length > 1 ? `${values.slice(0, -1).join(", ")} or ${last}` : last;
}

function boundOf(origin: string, bound: number, side: "at least" | "at most" | "more" | "less") {
  if (side === "more" || side === "less") return `is ${side} than ${bound}`;
  if (origin === "string") return `has ${bound} ${bound === 1 ? "letter" : "letters"} ${side}`;
  if (origin === "array") return `has ${bound} ${bound === 1 ? "entry" : "entries"} ${side}`;
  return `is ${bound} ${side}`;
}

function unknownNames(names: readonly string[]): string {
  const some = names.filter((name) => nameForm.test(name));
  const which = some.length > 0 ? `: ${some.join(", ")}` : "";
  return `has a name that it doesn't take${which}`;
}

function formOf(format: string): string {
  if (format === "date") return "takes a day, such as 2026-04-13";
  if (format === "email") return "takes an e-mail address";
  if (format === "hostname") return "takes a host name, such as mail.example.com";
  return "isn't written as it has to be";
}
