import { type Edition, wordsOfDate, wordsOfName } from "../edition/index.ts";

/** A line of an edition: what is told on claims, or a fixed phrase of ours. */
export type Line = {
  /** `sentence`: written by somebody and told on claims. `item`: made of a claim, question or source. `note`: a fixed phrase. */
  is: "sentence" | "item" | "note" | "question" | "side";
  text: string;
  /** Numbers of claims. */
  claims?: readonly number[];
  /** Where a permalink leads. */
  anchor?: string;
  /** Where more is, and what that is called. */
  link?: { url: string; name: string };
};

export type OutlineSection = { id: string; title: string; lines: readonly Line[] };

const speakers: Readonly<Record<Edition["claims"][number]["speaker"], string>> = {
  firm: "the firm",
  authority: "an authority",
  actor: "the criminals",
  analyst: "analysts",
  article: "articles",
  other: "others",
};

/**
 * An edition as sections of lines, in the order in which every format shows them. Nothing is left out of one format that
 * stands in another, and no words of it are anybody's but the edition's.
 */
export function outlineOf(edition: Edition): OutlineSection[] {
  const { sections, written_by: author, advice, reason } = edition;
  const told = (name: keyof Edition["sections"]): Line[] =>
    sections[name].map(({ text, claims }) => ({ is: "sentence", text, claims }));
  const nothing = (text: string): Line[] => [{ is: "note", text }];
  const known = told("known");
  return [
    { id: "summary", title: "Summary", lines: told("summary") },
    {
      ...{ id: "known", title: "What We Know" },
      lines: known.length > 0 ? known : nothing("Nothing is confirmed by evidence so far."),
    },
    { id: "firm-says", title: "What the Firm Says", lines: told("firm_says") },
    { id: "unclear", title: "What’s Still Unclear", lines: unclearLines(edition) },
    { id: "disputed", title: "What Is Disputed", lines: disputedLines(edition) },
    { id: "context", title: "Context", lines: told("context") },
    { id: "why", title: "Why It Matters", lines: told("why_it_matters") },
    { id: "watch", title: "What to Watch Next", lines: watchLines(edition) },
    { id: "advice", title: "What You Should Do Now", lines: advice.map(note) },
    { id: "faq", title: "FAQ", lines: faqLines(edition) },
    { id: "related", title: "Related Coverage", lines: relatedLines(edition) },
    {
      id: "transparency",
      title: "Source Transparency",
      lines: transparencyLines(edition, author),
    },
    { id: "original", title: "Original Brief", lines: originalLines(edition) },
    { id: "sources", title: "Sources", lines: edition.sources.map(sourceLine) },
    { id: "claims", title: "Claims", lines: edition.claims.map(claimLine) },
    { id: "corrections", title: "Corrections", lines: correctionLines(edition) },
    { id: "changes", title: "What Changed", lines: changeLines(edition, reason) },
  ].filter(({ lines }) => lines.length > 0) as OutlineSection[];
}

function note(text: string): Line {
  return { is: "note", text };
}

function unclearLines({ unclear, claims }: Edition): Line[] {
  const questions = unclear.questions.map((question): Line => {
    const asked = `Asked ${wordsOfDate(question.asked_on)}.`;
    const who = question.who_could_answer ? ` Could answer: ${question.who_could_answer}.` : "";
    const checked = question.checked_on ? ` Last checked ${wordsOfDate(question.checked_on)}.` : "";
    const anchor = `question-${question.number}`;
    const text = `${question.number}. ${question.text} ${asked}${who}${checked}`;
    return { is: "question", text, anchor };
  });
  const answered = unclear.answered.map((question): Line => {
    const { number, text, asked_on: asked, claim, source, published } = question;
    const said = claims.find((one) => one.number === claim)?.says ?? "";
    const dated = published ? `, ${wordsOfDate(published)}` : "";
    const by = source ? ` (${source}${dated})` : "";
    const words = `${number}. ${text} Asked ${wordsOfDate(asked)}. Answered: ${said}${by}.`;
    return { is: "item", text: words, claims: [claim], anchor: `question-${number}` };
  });
  const open = claims
    .filter(({ number }) => unclear.claims.includes(number))
    .map((claim): Line => {
      const what = `${wordsOfName(claim.subject)}, ${wordsOfName(claim.slot)}: ${claim.says}`;
      const text = `Open: ${what}. Said by ${speakers[claim.speaker]}.`;
      return { is: "item", text, claims: [claim.number] };
    });
  return [...questions, ...open, ...answered];
}

function disputedLines({ disputed }: Edition): Line[] {
  return disputed.flatMap(({ subject, slot, sides }) => [
    { is: "item" as const, text: `${wordsOfName(slot)} (${wordsOfName(subject)})` },
    ...sides.map(({ says, claims, sources }) => ({
      ...{ is: "side" as const, claims },
      text: `${says} (${sources.join(", ")})`,
    })),
  ]);
}

function watchLines({ unclear }: Edition): Line[] {
  return unclear.questions.map(({ number, who_could_answer: who }) => ({
    is: "note",
    text: `Whether question ${number} is answered${who ? `: by ${who}` : ""}.`,
  }));
}

function faqLines({ faq }: Edition): Line[] {
  return faq.flatMap(({ question, sentences }): Line[] => [
    { is: "question", text: question },
    ...sentences.map(({ text, claims }): Line => ({ is: "sentence", text, claims })),
  ]);
}

/** What was published on it first by each origin; copies are counted. */
function relatedLines({ sources }: Edition): Line[] {
  const groups = Map.groupBy(sources, ({ origin, name }) => origin ?? name);
  return [...groups.values()].map((group): Line => {
    const [first] = group;
    const more = group.length > 1 ? `, and ${group.length - 1} more with one origin` : "";
    return { is: "note", text: `${first?.publisher ?? "No publisher"} (${first?.name})${more}.` };
  });
}

function transparencyLines(
  { transparency, sources }: Edition,
  author: Edition["written_by"],
): Line[] {
  const { read, listed, origins, by_text, by_hand, untold, facts_only, doubted } = transparency;
  const machine = sources.filter(({ kind }) => kind === "machine").length;
  return [
    author === "firm"
      ? "The firm that this is about wrote it. Its own word confirms nothing here."
      : "It was written by somebody else than the firm that it is about.",
    `${read} publications were read; ${listed} stand behind what is told here. They have ${origins} origins: ${by_text} known by comparing texts, ${by_hand} as a person labelled them, ${untold} of which nobody could tell.`,
    `Of ${facts_only} there are short facts in our words alone, and no text: their words weren’t compared.`,
    `${doubted} are doubted and confirm nothing; of those listed, ${machine} were written by machines.`,
    "Confirmed means a record, or two independent origins, and nothing that stands against it. Every number, date and name of a sentence was compared with its claims by rules, and two people agreed. Whether the sources tell the truth wasn’t checked otherwise.",
  ].map(note);
}

function originalLines({ number, previous }: Edition): Line[] {
  if (!previous) return [note("This is the original brief.")];
  return [
    {
      is: "note",
      text: `This is edition ${number}. The original brief is edition 1, and stays readable.`,
      link: { url: "editions/1", name: "edition 1" },
    },
  ];
}

function sourceLine(source: Edition["sources"][number]): Line {
  const { name, publisher, kind, published, captured_on: captured, url, origin } = source;
  const dated = published ? `, ${wordsOfDate(published)}` : "";
  const from = origin === null ? "origin unknown" : `origin ${origin}`;
  const doubt =
    source.reliability === "doubtful" || source.reliability === "invented"
      ? `, ${source.reliability}`
      : "";
  const text = `${name}: ${publisher ?? "no publisher"}${dated} (${wordsOfName(kind)}, ${from}${doubt}, captured ${captured})`;
  const isWeb = url !== null && /^https?:\/\//i.test(url);
  return {
    is: "item",
    text,
    anchor: `source-${name.replace(/[^\w.-]/g, "")}`,
    ...(isWeb && { link: { url, name } }),
  };
}

function claimLine({
  number,
  subject,
  slot,
  says,
  status,
  speaker,
  supports,
}: Edition["claims"][number]): Line {
  const sources = [...new Set(supports.map(({ source }) => source))].join(", ");
  return {
    is: "item",
    text: `${number}. ${wordsOfName(slot)} (${wordsOfName(subject)}): ${says}. ${wordsOfName(status)}; said by ${speakers[speaker]}: ${sources}.`,
    anchor: `claim-${number}`,
  };
}

function correctionLines({ corrections }: Edition): Line[] {
  return corrections.map((one): Line => {
    return { is: "item", text: `Edition ${one.edition}, ${wordsOfCorrection(one)}` };
  });
}

/** Which claim was corrected, what it is about, and how. */
export function wordsOfCorrection(correction: Edition["corrections"][number]): string {
  const { claim, because, was, now, into, slot, subject } = correction;
  const about = slot && subject ? `, ${wordsOfName(slot)} (${wordsOfName(subject)})` : "";
  const first = `claim ${claim}${about}:`;
  if (because === "withdrawn") return `${first} it isn’t told any more.`;
  if (because === "refuted") return `${first} “${was}” isn’t so.`;
  const next = into === null ? "" : ` (claim ${into})`;
  return `${first} was “${was}”, is now “${now ?? "not told"}”${next}.`;
}

function changeLines({ changes }: Edition, reason: string | null): Line[] {
  return [
    ...(reason === null ? [] : [note(`Why: ${reason}`)]),
    ...changes.map(
      ({ section, is, text, language }): Line => ({
        is: "item",
        text: `${wordsOfName(section)}${language ? ` (${language})` : ""}, ${is}: ${text}`,
      }),
    ),
  ];
}
