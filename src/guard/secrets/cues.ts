import { type About, abouts, languages } from "./languages.ts";
import { findPhrases, type Phrase, type PhraseTree, treeOf } from "./phrase-tree.ts";
import { read } from "./reading.ts";

export type { About };

/** Words that say what stands beside them, in the read text. */
export type Cue = Phrase<About>;

/** Whether what stands beside the word is no secret by that word. */
export function isHarmless(about: About | undefined): boolean {
  return about === "harmless" || about === "iban";
}

let phrases: PhraseTree<About> | undefined;

/** Every cue of a text, first to last. */
export function findCues(folded: string): Cue[] {
  phrases ??= treeOf(
    languages.flatMap((words) =>
      abouts.flatMap((about) => words[about].map((phrase) => [phrase, about] as const)),
    ),
  );
  return findPhrases(phrases, folded);
}

type Said = "texts" | "failing" | "refusals";
const known = new Map<Said, PhraseTree<true>>();

/** Does a text hold a phrase of a kind, in any language: `did our text arrive`, `declined`, `I don't know`? */
export function says(kind: Said, folded: string): boolean {
  const tree =
    known.get(kind) ??
    treeOf(languages.flatMap((words) => words[kind].map((phrase) => [phrase, true] as const)));
  known.set(kind, tree);
  return findPhrases(tree, folded).length > 0;
}

function setOf(
  kind: "links" | "reply" | "unlike" | "bare_code" | "card_code",
): ReadonlySet<string> {
  return new Set(languages.flatMap((words) => words[kind].map((word) => read(word).folded)));
}

/** Words that lead from a cue to its value: `is`, `:`. */
export const links: ReadonlySet<string> = setOf("links");
/** Words of an answer that are no password. */
export const replies: ReadonlySet<string> = setOf("reply");
/** Words that say something about a password and are none. */
export const unlike: ReadonlySet<string> = setOf("unlike");

/** What a code is called that is called nothing more, and the three digits of a card. */
export const bareCode: ReadonlySet<string> = setOf("bare_code");
export const cardCode: ReadonlySet<string> = setOf("card_code");

/** Spoken digits, and how often the next one counts. */
export const spokenDigits: ReadonlyMap<string, string> = spoken("digits");
export const spokenRepeats: ReadonlyMap<string, string> = spoken("repeats");

function spoken(kind: "digits" | "repeats"): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of languages.flatMap((words) => words[kind] ?? [])) {
    const [words = "", value = ""] = row.split("=");
    for (const word of words.split(" ")) {
      const folded = read(word).folded;
      if (!found.has(folded)) found.set(folded, value);
    }
  }
  return found;
}
