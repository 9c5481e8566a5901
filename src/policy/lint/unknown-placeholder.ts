import {
  type Fault,
  faultIn,
  type Material,
  type Message,
  type Messages,
  sourcesOf,
} from "./material.ts";

/** What an article may hold between double braces. */
const directives = new Set(["{{never-ask}}"]);
const braced = /\{\{?[^{}\n]{0,60}\}?\}|\$\{[^{}\n]{0,60}\}|%[sd]\b/g;

/**
 * A placeholder that nothing fills, so that people would read it as it stands: a directive that articles don't have, a
 * message that isn't ICU MessageFormat, or a translation with a placeholder that the English message lacks.
 */
export function unknownPlaceholder(material: Material): Fault[] {
  const inTexts = sourcesOf(material)
    .filter(({ kind }) => kind !== "messages" && kind !== "notice")
    .flatMap(({ sentences }) => sentences)
    .flatMap((sentence) =>
      Array.from(sentence.text.matchAll(braced), ([found]) => found)
        .filter((found) => !directives.has(found))
        .map((found) => faultIn(sentence, found)),
    );
  return [...inTexts, ...material.messages.flatMap((source) => inMessages(source, material))];
}

function inMessages(source: Messages, { messages }: Material): Fault[] {
  const english = messages.find(({ name, language }) => name === source.name && language === "en");
  return source.messages.flatMap((message) => {
    const inEnglish = english?.messages.find(({ key }) => key === message.key);
    const found = placeholderIn(message, inEnglish);
    return found === undefined ? [] : [faultIn(message, found)];
  });
}

function placeholderIn(message: Message, english: Message | undefined): string | undefined {
  if (message.broken !== undefined) return message.broken;
  const stray = /\$\{[^{}\n]{0,60}\}|\{\{|%[sd]\b/.exec(message.text);
  if (stray) return stray[0];
  return message.placeholders.find(
    (name) => english !== undefined && !english.placeholders.includes(name),
  );
}
