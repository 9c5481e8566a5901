import { type Claim, type Status, statusOf, visibilityOf } from "../claim/index.ts";
import type { Known } from "../keeping/index.ts";
import { writtenSections } from "./draft.ts";
import type { Edition, ShownClaim } from "./file.ts";
import { wordsOfClaim, wordsOfName } from "./words.ts";

type Correction = Edition["corrections"][number];
type Change = Edition["changes"][number];

/**
 * What an earlier edition told, and isn't so or isn't told any more, by claim. Corrections stay in every later edition.
 * @param number of the edition that corrects
 */
export function correctionsOf(earlier: Edition, known: Known, number: number): Correction[] {
  const claims = new Map(known.claims.map((claim) => [claim.number, claim]));
  const fresh = earlier.claims.flatMap((shown) => {
    const claim = claims.get(shown.number);
    const correction = claim && correctionOf(shown, claim, known);
    return correction ? [{ edition: number, claim: shown.number, ...correction }] : [];
  });
  return [...earlier.corrections, ...fresh];
}

function correctionOf(
  shown: ShownClaim,
  claim: Claim,
  known: Known,
): Omit<Correction, "edition" | "claim"> | undefined {
  const status = statusOf(claim);
  if (visibilityOf(claim) !== "public" || status === "withdrawn") {
    return { because: "withdrawn", was: null, now: null, into: null };
  }
  if (status === shown.status) return undefined;
  if (status === "superseded") {
    const into = claim.decisions.at(-1)?.into;
    const next = into && known.claim(into);
    const isShown = next && visibilityOf(next) === "public";
    return {
      ...{ because: "superseded", was: shown.says },
      now: isShown ? wordsOfClaim(next) : null,
      into: isShown ? next.number : null,
    };
  }
  if (status === "refuted") return { because: "refuted", was: shown.says, now: null, into: null };
  const [was, now] = [shown.status, status].map((one: Status) => wordsOfName(one));
  return { because: "status", was: was ?? null, now: now ?? null, into: null };
}

/** Which sentences went and which came, section by section. */
export function changesBetween(
  earlier: Pick<Edition, "sections" | "faq">,
  later: Pick<Edition, "sections" | "faq">,
): Change[] {
  return writtenSections.flatMap((section): Change[] => {
    const [before, after] = [textsOf(earlier, section), textsOf(later, section)];
    return [
      ...before
        .filter((text) => !after.includes(text))
        .map((text): Change => ({ section, is: "removed", text })),
      ...after
        .filter((text) => !before.includes(text))
        .map((text): Change => ({ section, is: "added", text })),
    ];
  });
}

function textsOf(
  { sections, faq }: Pick<Edition, "sections" | "faq">,
  section: Change["section"],
): string[] {
  if (section !== "faq") return sections[section].map(({ text }) => text);
  return faq.flatMap(({ question, sentences }) =>
    sentences.map(({ text }) => `${question} ${text}`),
  );
}
