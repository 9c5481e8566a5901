import { verbWords } from "../proposing/index.ts";

/** "Potentially viewed", and what is told of the matter itself: not "the alleged criminals", nor what somebody could do. */
const saysSo =
  /\b(?:potentially|possibly|allegedly|reportedly|supposedly|unverified|claims? to have)\b|\b(?:alleged|supposed)\s+(?!(?:criminal|attacker|hacker|insider|employee|agent|group|staff|person|people|gang)s?\b)/iu;
const verb = `\\b(?:${Object.values(verbWords).join("|")})\\b`;
const may = "(?:might|could|may)\\s+(?:(?:also|already|indeed|well|still|only)\\s+)?";
const ownMay = `(?<!\\b(?:who|whom|which|that|what|where|as|if)\\s)\\b${may}`;
const is = "\\b(?:is|are|was|were|has|have|had)\\b";
const whose = "\\b(?:who|whom|whose)\\b";
const told = `(?:${is}|${verb})`;
const noParticiple =
  "need|exceed|succeed|proceed|speed|indeed|hundred|feed|bleed|breed|seed|deed|heed|greed|shed|shred|hatred|embed|naked|sacred";
const participle = `\\b(?:(?!(?:${noParticiple})\\b)\\p{L}{2,}ed|lost)\\b`;
const says = [
  saysSo,
  // Of what is told behind "whose" it says nothing: "may have called clients whose names were viewed".
  new RegExp(`${ownMay}(?:be|have)\\b(?!.*${whose}.*${is})`, "u"),
  // Where nothing is told beside it: "may call clients who were viewed" is another thing.
  new RegExp(`(?<!(?:${whose}|${told}).*)${ownMay}(?!.*(?:${told}|${participle}))`, "u"),
  // What was viewed may include names.
  new RegExp(
    `(?<!(?:${whose}|${is}|${verb}.*(?:\\sand\\s|[,;:])).*)${ownMay}(?:affect|include|concern|involve|contain)\\b(?!.*${told})`,
    "u",
  ),
  // Where nothing else happened: "what may have been viewed was sold" is another thing.
  new RegExp(
    `(?<!${told}.*)\\b(?:that|which)\\s${may}(?:be|have)\\s(?:been\\s)?${verb}(?!.*${verb})`,
    "u",
  ),
];

/** Whether a statement says that it may be so. A "may" behind "who" or "which" is about somebody else. */
export function saysPossibly(statement: string): boolean {
  return says.some((pattern) => pattern.test(statement));
}
