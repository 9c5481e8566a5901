import type { Language } from "#platform";
import en from "../../messages/en/contacts.json" with { type: "json" };
import { type MessageKey, say } from "./messages.ts";
import { writtenNumber } from "./phone.ts";
import type { Finding, InputKind, Reason, Verdict } from "./verdict.ts";

/** A reason with its sentence. */
export type ExplainedReason = { code: string; text: string };

/** A finding in words: the verdict first, then why, then what to do now. */
export type Explanation = {
  heading: string;
  /** What the input was read as, "phone number" or "link", in the reader's language. */
  kind: string;
  /** `finding.readAs` as people write it: a phone number in groups. */
  readAs: string;
  reasons: ExplainedReason[];
  steps: Step[];
};

/** One thing to do now. Where a page of ours helps with it, `sentence` marks the words that lead to `href`. */
export type Step = { sentence: string; href?: string };

const pageFor: Readonly<Record<string, string>> = {
  "step.if_you_told": "/help#right-now",
  "step.report_it": "/report",
  "step.call_us_yourself": "/phone",
  "step.ask_signed_in": "/sent",
  "step.compare_in_inbox": "/inbox",
  "step.find_phone": "/phone",
  "step.find_contacts": "/contacts",
  "step.genuine_call": "/help/how-a-genuine-call-works",
  "step.sent_money": "/help/sent-money",
};

/** More is not read by somebody who is afraid. */
const stepsMax = 4;

/** What to do now, by verdict; where a kind needs other steps, they stand under `verdict.kind`. */
const stepsFor: Partial<Record<`${Verdict}.${InputKind}` | Verdict, readonly string[]>> = {
  ours: ["step.type_address", "step.never_share"],
  "ours.raw_mail": ["step.open_site_yourself", "step.never_share"],
  "ours.handle": ["step.no_private_messages", "step.never_share"],
  "ours.app": ["step.install_from_store", "step.never_share"],
  ours_never_proof: ["step.sign_in_yourself", "step.never_share"],
  "ours_never_proof.phone": ["step.hang_up", "step.sign_in_yourself", "step.never_share"],
  "ours_never_proof.sms_sender": ["step.no_tap", "step.sign_in_yourself", "step.never_share"],
  "ours_never_proof.email": ["step.no_tap", "step.sign_in_yourself", "step.never_share"],
  "ours_never_proof.message": ["step.no_tap", "step.sign_in_yourself", "step.never_share"],
  "ours_never_proof.postal_address": ["step.do_not_answer_letter", "step.sign_in_yourself"],
  ours_inbound_only: ["step.hang_up", "step.call_us_yourself", "step.if_you_told"],
  "ours_inbound_only.message": [
    "step.on_phone_hang_up",
    "step.do_not_act",
    "step.call_us_yourself",
    "step.if_you_told",
  ],
  was_ours: ["step.do_not_use", "step.sign_in_yourself", "step.if_you_told"],
  "was_ours.phone": ["step.hang_up", "step.sign_in_yourself", "step.if_you_told"],
  imitates_us: ["step.close_it", "step.if_you_told", "step.report_it"],
  "imitates_us.phone": ["step.hang_up", "step.if_you_told", "step.report_it"],
  "imitates_us.email": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "imitates_us.raw_mail": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "imitates_us.sms_sender": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "imitates_us.unknown": ["step.on_phone_hang_up", "step.if_you_told", "step.report_it"],
  "imitates_us.message": ["step.no_tap", "step.if_you_told", "step.report_it"],
  reported: ["step.close_it", "step.if_you_told", "step.report_it"],
  "reported.message": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "reported.email": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "reported.raw_mail": ["step.no_tap", "step.if_you_told", "step.report_it"],
  "reported.phone": ["step.hang_up", "step.if_you_told", "step.report_it"],
  not_ours: ["step.close_it", "step.sign_in_yourself", "step.if_you_told"],
  "not_ours.phone": ["step.hang_up", "step.sign_in_yourself", "step.if_you_told"],
  "not_ours.sms_sender": ["step.no_tap", "step.sign_in_yourself", "step.if_you_told"],
  "not_ours.email": ["step.no_tap", "step.sign_in_yourself", "step.if_you_told"],
  "not_ours.unknown": ["step.on_phone_hang_up", "step.never_share", "step.genuine_call"],
  "not_ours.wallet_address": ["step.send_nothing", "step.sent_money", "step.report_it"],
  "not_ours.message": ["step.no_tap", "step.sign_in_yourself", "step.if_you_told"],
  "not_ours.raw_mail": ["step.no_tap", "step.sign_in_yourself", "step.if_you_told"],
  ask_signed_in: ["step.ask_signed_in", "step.sign_in_yourself", "step.never_share"],
  "ours.message": ["step.open_site_yourself", "step.never_share"],
  "ours_never_proof.outbox_code": ["step.compare_in_inbox", "step.never_share"],
  unreadable: ["step.treat_as_fake", "step.try_again"],
};

/** Words of which the kind and the verdict don't tell enough. */
type Situation = "demand_in_words" | "our_name_in_words" | "nothing_found" | "quotes_ours";

const stepsIn: Readonly<Record<Situation, readonly string[]>> = {
  demand_in_words: [
    "step.on_phone_hang_up",
    "step.never_share",
    "step.genuine_call",
    "step.if_you_told",
  ],
  our_name_in_words: [
    "step.on_phone_hang_up",
    "step.find_phone",
    "step.find_contacts",
    "step.never_share",
  ],
  nothing_found: [
    "step.on_phone_hang_up",
    "step.never_share",
    "step.genuine_call",
    "step.if_you_told",
  ],
  quotes_ours: ["step.do_not_act", "step.sign_in_yourself", "step.never_share"],
};

function situationOf({ kind, verdict, reasons }: Finding): Situation | undefined {
  if (kind !== "message" && kind !== "unknown") return undefined;
  const tells = (code: string) => reasons.some((reason) => reason.code === code);
  const isFound = !tells("nothing_found") && !tells("our_name_in_words");
  if (tells("tells_of_call") || tells("asks_never_asked"))
    return isFound ? undefined : "demand_in_words";
  if (tells("our_name_in_words")) return "our_name_in_words";
  if (!isFound) return "nothing_found";
  const isQuoted = verdict.startsWith("ours") && verdict !== "ours_inbound_only";
  return kind === "message" && isQuoted ? "quotes_ours" : undefined;
}

function stepsOf(finding: Finding, situation: Situation | undefined): readonly string[] {
  if (situation) return stepsIn[situation];
  const { verdict, kind, reasons } = finding;
  const usual = stepsFor[`${verdict}.${kind}`] ?? stepsFor[verdict] ?? [];
  const tells = (code: string) => reasons.some((reason) => reason.code === code);
  const first: string[] = [];
  const isAboutCall = tells("tells_of_call") || tells("calls_from_it_are_scams");
  const isSaid = usual.some((step) => step.endsWith("hang_up"));
  if (isAboutCall && !isSaid) first.push("step.on_phone_hang_up");
  if (kind === "message" && tells("wallet_address_never_ours")) {
    first.push("step.send_nothing", "step.sent_money");
  }
  return [...first, ...usual].slice(0, stepsMax);
}

function headingOf(finding: Finding, situation: Situation | undefined, language: Language): string {
  const { verdict, imitates } = finding;
  if (situation === "quotes_ours") return say(language, "verdict.quotes_ours");
  if (situation === "our_name_in_words") return say(language, "verdict.our_name_in_words");
  if (verdict === "imitates_us" && imitates !== undefined) {
    return say(language, "verdict.imitates", { imitates: writtenNumber(imitates) });
  }
  return say(language, keyOf(`verdict.${verdict}`));
}

/** Says a finding in a language. */
export function explain(finding: Finding, language: Language): Explanation {
  const { kind } = finding;
  const situation = situationOf(finding);
  const steps = stepsOf(finding, situation);
  return {
    heading: headingOf(finding, situation, language),
    readAs: writtenNumber(finding.readAs),
    kind: say(language, keyOf(`kind.${kind}`)),
    reasons: finding.reasons.map((reason) => explainReason(reason, language)),
    steps: steps.map((step) => {
      const sentence = say(language, keyOf(step));
      const href = pageFor[step];
      return href === undefined ? { sentence } : { sentence, href };
    }),
  };
}

/** A step where there are no links, as on the command line: the page stands in brackets. */
export function plainStep({ sentence, href }: Step): string {
  return sentence.replace("<a>", "").replace("</a>", href === undefined ? "" : ` (${href})`);
}

const plainTexts = new Map<string, string>();

/** The sentence of a reason. One without values is the same each time and is kept. */
export function explainReason(reason: Reason, language: Language): ExplainedReason {
  const { code, values } = reason;
  if (values) return { code, text: say(language, reasonKey(code), written(values)) };
  const id = `${language.tag}/${code}`;
  let text = plainTexts.get(id);
  if (text === undefined) {
    text = say(language, reasonKey(code));
    plainTexts.set(id, text);
  }
  return { code, text };
}

const isoDate = /^\d{4}-\d\d-\d\d$/;

/** Days and phone numbers as sentences write them. */
function written(values: Readonly<Record<string, string>>): Record<string, string | Date> {
  const entries = Object.entries(values).map(([name, value]) => {
    const isDay = (name === "date" || name === "day") && isoDate.test(value);
    return [name, isDay ? new Date(value) : writtenNumber(value)];
  });
  return Object.fromEntries(entries);
}

/** A verdict must reach the person even where the sentence of a reason is missing; a test finds the missing one. */
function reasonKey(code: string): MessageKey {
  return Object.hasOwn(en, `reason.${code}`) ? keyOf(`reason.${code}`) : "reason.other";
}

function keyOf(key: string): MessageKey {
  if (!Object.hasOwn(en, key)) throw new Error(`messages/en/contacts.json has no "${key}"`);
  return key as MessageKey;
}
