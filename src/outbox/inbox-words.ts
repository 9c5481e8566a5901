import type { Language } from "#platform";
import { subjectOf, topicOf } from "./explanation.ts";
import { say } from "./messages.ts";
import type { MessageLink, SentMessage, Words } from "./reader.ts";

/** What stands in the place of a link's address; without a path it is only said where the link is. */
type ShownLink = { label: string; path?: string };

/** A paragraph of a message as the inbox shows it: where the mail has the address of a link, this has a button. */
type ShownParagraph = { said: string; links: ShownLink[] };

export function shownParagraphs({ text, links }: Words, language: Language): ShownParagraph[] {
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const used = links.filter(({ url }) => paragraph.includes(url));
      const said = used.reduce((rest, { url }) => rest.replace(url, ""), paragraph).trim();
      return { said, links: used.map((link) => shownLink(link, language)) };
    });
}

/** What a message is about and when it was sent. */
export function aboutOf(message: SentMessage, language: Language): string {
  const topic = topicOf(message, language);
  return say(language, "inbox.about", { topic, when: message.registeredAt });
}

/** The texts that the page of a message can be copied as: with what stands above its words, or without. */
export function copiesOf(message: SentMessage & { words: Words }, language: Language): string[] {
  const shown = shownParagraphs(message.words, language)
    .flatMap(({ said, links }) => [said, ...links.map(({ label }) => label)])
    .join("\n");
  const [subject, about] = [subjectOf(message, language), aboutOf(message, language)];
  return [[shown], [about, shown], [subject, shown], [subject, about, shown]].map((lines) =>
    lines.join("\n"),
  );
}

/** The line of a message that says its code. */
export function codeLineOf({ words, code }: SentMessage, language: Language): string {
  const line = words?.text.split("\n").find((line) => line.includes(code));
  return line ?? say(language, "inbox.code", { code });
}

function shownLink({ name, purpose, url }: MessageLink, language: Language): ShownLink {
  if (purpose === "prove") return { label: say(language, "link.prove") };
  const label = say(language, isNamed(name) ? `link.${name}` : `link.${purpose}`);
  return { label, path: new URL(url).pathname };
}

/** What stops one thing says so; what locks everything says that. */
function isNamed(name: string): name is "stop" | "cancel" {
  return name === "stop" || name === "cancel";
}
