import { english } from "#platform";
import { say } from "../messages.ts";
import { actWithoutProof } from "./act-without-proof.ts";
import { brokenLink } from "./broken-link.ts";
import { callsDenied } from "./calls-denied.ts";
import { contactsDiffer } from "./contacts-differ.ts";
import { macroStopped } from "./macro-stopped.ts";
import type { Finding, Material, Rule, RuleId } from "./material.ts";
import { neverAsked } from "./never-asked.ts";
import { noticeCode } from "./notice-code.ts";
import { noticeLink } from "./notice-link.ts";
import { noticePlace } from "./notice-place.ts";
import { oneChannel } from "./one-channel.ts";
import { personalDataAsProof } from "./personal-data-as-proof.ts";
import { phoneElsewhere } from "./phone-elsewhere.ts";
import { policyGap } from "./policy-gap.ts";
import { protectionOff } from "./protection-off.ts";
import { unknownPlaceholder } from "./unknown-placeholder.ts";

/** The first six are the classes of contradiction that real help centres had; the others keep ours whole. */
const rules: Readonly<Record<RuleId, Rule>> = {
  "protection-off": protectionOff,
  "never-asked": neverAsked,
  "contacts-differ": contactsDiffer,
  "act-without-proof": actWithoutProof,
  "personal-data-as-proof": personalDataAsProof,
  "one-channel": oneChannel,
  "calls-denied": callsDenied,
  "phone-elsewhere": phoneElsewhere,
  "broken-link": brokenLink,
  "unknown-placeholder": unknownPlaceholder,
  "policy-gap": policyGap,
  "notice-link": noticeLink,
  "notice-place": noticePlace,
  "notice-code": noticeCode,
  "macro-stopped": macroStopped,
  "access-rule": ({ accessFaults }) =>
    accessFaults.map(({ fault, ...place }) => ({ ...place, sentence: "", found: fault })),
  unreadable: ({ unreadable }) =>
    unreadable.map(({ problem, ...place }) => ({ ...place, sentence: "", found: problem })),
};

/** Every contradiction in the material, by file and line. */
export function lint(material: Material): Finding[] {
  const findings = Object.entries(rules).flatMap(([name, rule]) => {
    const id = name as RuleId;
    return rule(material).map(({ file, line, sentence, found }) => ({
      file,
      line,
      rule: id,
      sentence,
      why: say(english, `lint.${id}.why`, { found }),
      remedy: say(english, `lint.${id}.remedy`, { found }),
    }));
  });
  return findings.sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule),
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
