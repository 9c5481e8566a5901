import type { FieldKind } from "#keys";
import type { ValuePart } from "../leak.ts";

/** A value of which something is missing, or that can't be read whole. */
export type Partial = { kind: FieldKind; part: ValuePart; text: string };

const mark = "•";

/**
 * Whether a value of which lists show this mask could be the one in the sample. A mask says little: a letter at each end,
 * or two digits; where it says nothing, yes.
 */
export function couldBe({ kind, part, text }: Partial, mask: string): boolean {
  switch (kind) {
    case "email":
      return part !== "masked" || couldBeEmail(text, mask);
    case "phone":
    case "account":
    case "wallet":
      return part === "words" || couldEnd(text, mask);
    case "name":
      return part === "end" || couldBeName(text, mask, part);
    default:
      return true;
  }
}

/** What two values of one kind must have in common to be told apart by no mask. */
export function signatureOf({ kind, part, text }: Partial): string {
  return [kind, part, folded(text)].join(" ");
}

/** `j•••@e•••.com` */
function couldBeEmail(text: string, mask: string): boolean {
  const [shown, stored] = [partsOf(text), partsOf(mask)];
  return (
    areCompatible(firstOf(shown.name), firstOf(stored.name)) &&
    areCompatible(firstOf(shown.domain), firstOf(stored.domain)) &&
    areCompatible(endingOf(shown.domain), endingOf(stored.domain))
  );
}

/** `••• 07`: the last two letters or digits, or as many as both show. */
function couldEnd(text: string, mask: string): boolean {
  const [given, stored] = [endOf(text), endOf(mask)];
  const common = Math.min(given.length, stored.length);
  return common === 0 || given.slice(-common) === stored.slice(-common);
}

/** `N••• H•••`: the first letters of the first and the last word. Words in between aren't shown. */
function couldBeName(text: string, mask: string, part: ValuePart): boolean {
  const stored = initialsOf(mask);
  const given = initialsOf(text);
  if (stored.every((letter) => letter === "") || given.every((letter) => letter === ""))
    return true;
  if (part === "words") return given.some((letter) => stored.includes(letter));
  return (
    areCompatible(given[0] ?? "", stored[0] ?? "") &&
    (given.length === 1 || areCompatible(given.at(-1) ?? "", stored.at(-1) ?? ""))
  );
}

function areCompatible(one: string, other: string): boolean {
  return one === "" || other === "" || one === other;
}

function partsOf(text: string): { name: string; domain: string } {
  const [name = "", domain = ""] = folded(text).split("@");
  return { name, domain };
}

/** Empty for one that is hidden. */
function firstOf(text: string): string {
  return /^[\p{L}\p{N}]/u.exec(text)?.[0] ?? "";
}

function endingOf(domain: string): string {
  return /\.([\p{L}\p{N}]+)$/u.exec(domain)?.[1] ?? "";
}

/** Letters and digits behind whatever is hidden. */
function endOf(text: string): string {
  return folded(text)
    .slice(folded(text).lastIndexOf(mark) + 1)
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function initialsOf(text: string): string[] {
  const words = folded(text).trim().split(/\s+/);
  return words.map(firstOf);
}

function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toUpperCase().toLowerCase();
}
