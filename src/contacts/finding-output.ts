import { english, type Language } from "#platform";
import { type ExplainedReason, explain, explainReason, plainStep } from "./explain.ts";
import { say } from "./messages.ts";
import { type Finding, type InputKind, technicalReasons, type Verdict } from "./verdict.ts";

const inputShownMax = 120;
const partsShownMax = 20;

/** A finding as the command line and the API give it. */
export type FindingLine = {
  input: string;
  kind: InputKind;
  verdict: Verdict;
  imitates?: string;
  reasons: ExplainedReason[];
  read_as?: string;
  parts?: FindingLine[];
};

/** @param input what to give back as the input: the reader's own words, not shortened */
export function findingAsLine(
  finding: Finding,
  input: string,
  language: Language = english,
): FindingLine {
  const { kind, verdict, imitates, readAs, parts } = finding;
  return {
    input,
    kind,
    verdict,
    ...(imitates === undefined ? undefined : { imitates }),
    reasons: finding.reasons.map((reason) => explainReason(reason, language)),
    ...(readAs === "" || readAs === input ? undefined : { read_as: readAs }),
    ...(parts && { parts: parts.map((part) => findingAsLine(part, part.input, language)) }),
  };
}

/** A finding for a person at a terminal: the answer first, then why, then what to do. */
export function findingAsText(finding: Finding, firm: string, language: Language): string {
  const { heading, kind, readAs, reasons, steps } = explain(finding, language);
  const plain = reasons.filter(({ code }) => !technicalReasons.has(code));
  const technical = reasons.filter(({ code }) => technicalReasons.has(code));
  const parts = (finding.parts ?? []).slice(0, partsShownMax);
  return [
    oneLine(heading),
    `  ${kind}: ${oneLine(readAs || finding.input)}`,
    "",
    ...[...plain, ...technical].map(({ text }) => `  - ${oneLine(text, 500)}`),
    ...(parts.length > 0 ? ["", ...parts.map((part) => partAsText(part, language))] : []),
    "",
    ...steps.map((step, place) => `  ${place + 1}. ${plainStep(step)}`),
    "",
    `  ${oneLine(say(language, "checked_against", { firm }))}`,
  ].join("\n");
}

function partAsText(part: Finding, language: Language): string {
  const { heading, readAs } = explain(part, language);
  return `  ${oneLine(readAs || part.input)}: ${heading}`;
}

/** Input is a stranger's: control characters could redraw the terminal, bidirectional marks turn the text around. */
function oneLine(text: string, lengthMax = inputShownMax): string {
  const plain = text.slice(0, lengthMax).replace(/[\p{C}\u2028\u2029]+/gu, " ");
  return plain.length < text.length ? `${plain}…` : plain;
}
