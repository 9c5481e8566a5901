import { verbWords } from "../proposing/index.ts";

/** "Potentially viewed", and what is told of the matter itself: not "the alleged criminals", nor what somebody could do. */
const saysSo =
  /\b(?:potentially|possibly|allegedly|reportedly|supposedly|unverified|claims? to have)\b|\b(?:alleged|supposed)\s+(?!(?:criminal|attacker|hacker|insider|employee|agent|group|staff|person|people|gang)s?\b)/iu;
const verb = `\\b(?:${Object.values(verbWords).join("|")})\\b`;
const may = "(?:might|could|may)\\s+(?:(?:also|already|well|still|only)\\s+)?";
const ownMay = `(?<!\\b(?:who|whom|which|that|what|where|as|if)\\s)\\b${may}`;
const told = `(?:\\b(?:is|are|was|were|has|have|had)\\b|${verb})`;
const says = [
  saysSo,
  new RegExp(`${ownMay}(?:be|have)\\b`, "u"),
  // "Was viewed, and may sue" is another thing.
  new RegExp(`(?<!${told}.*\\sand\\s.*)${ownMay}`, "u"),
  // Where nothing else happened: "what may have been viewed was sold" is another thing.
  new RegExp(`\\b(?:that|which)\\s${may}(?:be|have)\\s(?:been\\s)?${verb}(?!.*${verb})`, "u"),
];

/** Whether a statement says that it may be so. A "may" behind "who" or "which" is about somebody else. */
export function saysPossibly(statement: string): boolean {
  return says.some((pattern) => pattern.test(statement));
}
