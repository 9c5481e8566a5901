import type { SentAnswer } from "#outbox";
import { dayOf } from "#platform";
import type { Finding, Reason } from "./verdict.ts";

/** Reasons by which words alone are not ours: nothing in them is anybody else's. */
const wordsAlone: ReadonlySet<string> = new Set(["nothing_found", "our_name_in_words"]);

/**
 * A finding, with what the register of our messages says of the same input. The code of a message makes nothing `ours`,
 * since anyone can copy it: only the very words do, for the one whom we sent them. A raw mail keeps its own rules.
 */
export function withSent(finding: Finding, answer: SentAnswer): Finding {
  if (finding.kind === "raw_mail") return finding;
  const isCode = finding.kind === "outbox_code";
  switch (answer.is) {
    case "not_ours":
      return isCode
        ? { ...finding, verdict: "not_ours", reasons: [{ code: "outbox_code_unknown" }] }
        : finding;
    case "ask_signed_in":
      return isCode || isWorsenedByNothing(finding) ? asking(finding) : finding;
    case "changed": {
      const changed = {
        code: "outbox_words_changed",
        values: { date: dayOf(answer.message.registeredAt) },
      };
      const verdict = isWorsenedByNothing(finding) ? "not_ours" : finding.verdict;
      return { ...finding, verdict, reasons: [changed, ...finding.reasons] };
    }
    case "ours":
      return known(finding, answer);
  }
}

function asking(finding: Finding): Finding {
  const { parts: _parts, ...whole } = finding;
  return { ...whole, verdict: "ask_signed_in", reasons: [{ code: "outbox_code_ask_signed_in" }] };
}

function known(finding: Finding, { message, by }: SentAnswer & { is: "ours" }): Finding {
  const { input } = finding;
  const read = by === "code" ? ({ kind: "outbox_code", readAs: message.code } as const) : finding;
  const { kind, readAs } = read;
  const values = { date: dayOf(message.registeredAt) };
  const reasons: Reason[] = [
    { code: by === "code" ? "outbox_code_yours" : "outbox_sent_to_you", values },
  ];
  return { input, kind, readAs, verdict: by === "code" ? "ours_never_proof" : "ours", reasons };
}

/** Whether everything in a message that could be judged is ours, or there is nothing of that kind in it. */
function isWorsenedByNothing({ kind, verdict, reasons }: Finding): boolean {
  if (kind !== "message" || verdict.startsWith("ours")) return kind === "message";
  return verdict === "not_ours" && reasons.every(({ code }) => wordsAlone.has(code));
}
