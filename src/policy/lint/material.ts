import type { PlacedFault } from "../access/index.ts";
import type { NoticeTemplate } from "../notice.ts";

/**
 * Terminology. *Material*: all that the linter reads in one run. *Sentence*: a sentence that people see, with its place.
 * *Rule*: one kind of contradiction, one file, one id. *Finding*: a sentence that breaks a rule.
 */
export type RuleId =
  | "protection-off"
  | "never-asked"
  | "contacts-differ"
  | "act-without-proof"
  | "personal-data-as-proof"
  | "one-channel"
  | "calls-denied"
  | "phone-elsewhere"
  | "broken-link"
  | "unknown-placeholder"
  | "policy-gap"
  | "notice-link"
  | "notice-place"
  | "notice-code"
  | "macro-stopped"
  | "access-rule"
  | "unreadable";

/** Lines count from 1. */
export type Place = { file: string; line: number };

export type Sentence = Place & {
  text: string;
  /** The sentence or heading that introduces the list which this stands in; empty outside a list. */
  leadIn: string;
  /** The whole paragraph, list item or message. */
  block: string;
};

export type Link = Place & { href: string; text: string };

/** A page of help, a file of messages, a notice template, a language's prepared answers or a policy bundle. */
export type Source = {
  kind: "article" | "messages" | "notice" | "macros" | "policy";
  file: string;
  /** BCP 47 tag. The rules that read sentences read English only. */
  language: string;
  sentences: Sentence[];
  links: Link[];
};

export type Article = Source & {
  kind: "article";
  slug: string;
  related: { slug: string; line: number }[];
};

export type Messages = Source & {
  kind: "messages";
  /** The slice's name: the file's without `.json`. */
  name: string;
  messages: Message[];
};

export type Message = Place & {
  key: string;
  text: string;
  placeholders: string[];
  broken?: string;
};

/** A template of a genuine message, or the closing of a language's templates: then `template` is undefined. */
export type Notice = Source & {
  kind: "notice";
  /** The file's without `.yaml`. */
  name: string;
  template: NoticeTemplate | undefined;
  /** Its subject, body or closing. */
  said: Message[];
};

/** Agents' prepared answers in one language. */
export type Macros = Source & {
  kind: "macros";
  macros: (Place & { id: string; text: string })[];
};

export type Policy = Source & {
  kind: "policy";
  firm: string;
  /** What the policy says of calls; undefined when it says nothing that can be read. */
  calls: string | undefined;
  faults: { line: number; fault: string }[];
};

/** An official contact as the directory lists it, in force on the day of the run. */
export type OfficialContact = { type: string; value: string };

/** The part of a contact directory that the linter compares with. */
export type OfficialContacts = { firm: string; brands: string[]; contacts: OfficialContact[] };

export type Material = {
  articles: Article[];
  messages: Messages[];
  notices: Notice[];
  macros: Macros[];
  policies: Policy[];
  /** Undefined when no directory is known: then contacts aren't compared. */
  directory: OfficialContacts | undefined;
  /** What is wrong with the Cedar rules on who sees what. */
  accessFaults: PlacedFault[];
  unreadable: (Place & { problem: string })[];
};

export type Finding = Place & { rule: RuleId; sentence: string; why: string; remedy: string };

/** What a rule found; `lint.<rule>.why` and `.remedy` of the catalogue say it with `found`. */
export type Fault = Place & { sentence: string; found: string };

export type Rule = (material: Material) => Fault[];

export function sourcesOf(material: Material): Source[] {
  const { policies, articles, messages, notices, macros } = material;
  return [...policies, ...articles, ...messages, ...notices, ...macros];
}

export function faultIn({ file, line, text }: Place & { text: string }, found: string): Fault {
  return { file, line, sentence: text, found };
}

/** A rule on each English sentence by itself: `find` gives the words that break it. */
export function sentenceRule(find: (sentence: Sentence) => string | undefined): Rule {
  return (material) =>
    sourcesOf(material)
      .filter(({ language }) => language.split("-")[0] === "en")
      .flatMap(({ sentences }) => sentences)
      .flatMap((sentence) => {
        const found = find(sentence);
        return found === undefined ? [] : [faultIn(sentence, found)];
      });
}
