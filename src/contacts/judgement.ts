import { dayOf } from "#platform";
import type { Contact, ReportedContact, Standing } from "./directory.ts";
import type { BrandIndex } from "./lookalike.ts";
import type { OpenDirectory } from "./lookup.ts";
import type { Finding, Imitation, InputKind, Reason, Verdict } from "./verdict.ts";

/** What every judgement is made from: the directory and the names to watch. */
export type Evidence = {
  open: OpenDirectory;
  brands: BrandIndex;
};

/** A finding before it is tied to what was typed. */
export type Judgement = Omit<Finding, "input">;

/** One contact, read and looked up; `settle` draws the conclusion. */
export type Question = {
  kind: InputKind;
  readAs: string;
  standing: Standing | undefined;
  reported: ReportedContact | undefined;
  /** The verdict when the entry is current: never better than its kind allows. */
  ours: (contact: Contact) => { verdict: Verdict; reasons: Reason[] };
  imitation: () => Imitation | undefined;
  /** Said beside the conclusion, whatever it is: how the input was read. */
  reasons?: Reason[];
  /** Said when the contact is nobody we know. */
  otherwise: Reason[];
};

/** The order of the questions is the product's law: the default, at the end, is "not ours". */
export function settle(question: Question): Judgement {
  const { kind, readAs, standing, reported } = question;
  const said = question.reasons ?? [];
  const answer = (verdict: Verdict, reasons: Reason[], imitates?: string): Judgement => {
    const all = said.length === 0 ? reasons : [...reasons, ...said];
    if (imitates === undefined) return { kind, readAs, verdict, reasons: all };
    return { kind, readAs, verdict, imitates, reasons: all };
  };
  if (reported) return answer("reported", [reportedReason(reported.reported_on)]);
  if (standing) {
    if (standing.is === "past") {
      return answer("was_ours", [{ code: "was_ours_until", values: { date: standing.until } }]);
    }
    if (standing.is === "future") {
      return answer("not_ours", [{ code: "not_yet_ours", values: { date: standing.from } }]);
    }
    const { verdict, reasons } = question.ours(standing.contact);
    return answer(verdict, reasons);
  }
  const imitation = question.imitation();
  if (imitation) return answer("imitates_us", imitation.reasons, imitation.imitates);
  return answer("not_ours", question.otherwise);
}

/** After its last day a directory says nothing about anybody. */
export function afterExpiry(judgement: Judgement, expiresAt: number): Judgement {
  if (judgement.verdict === "unreadable") return judgement;
  const date = dayOf(new Date(expiresAt));
  const { kind, readAs } = judgement;
  return {
    kind,
    readAs,
    verdict: "not_ours",
    reasons: [{ code: "directory_expired", values: { date } }],
  };
}

function reportedReason(date: string | undefined): Reason {
  return date ? { code: "reported_on", values: { date } } : { code: "reported_fake" };
}
