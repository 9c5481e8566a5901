import { type Fault, faultIn, type Material, type Notice } from "./material.ts";
import { closingName } from "./read-notice.ts";

/** What the outbox puts into every notice. */
const always = ["firm"];
const inClosing = ["code", "check", "firm"];

/**
 * A place that nothing fills, a parameter or link without a place, and a translation that takes other ones than the
 * English template.
 */
export function noticePlace({ notices }: Material): Fault[] {
  return notices.flatMap((notice) => [
    ...broken(notice),
    ...unfilled(notice),
    ...unused(notice),
    ...translatedOtherwise(notice, notices),
  ]);
}

function broken({ said }: Notice): Fault[] {
  return said.flatMap((text) => (text.broken === undefined ? [] : [faultIn(text, text.broken)]));
}

function unfilled({ said, name, template }: Notice): Fault[] {
  const filled = name === closingName ? inClosing : [...always, ...declared(template)];
  return said.flatMap((text) =>
    text.placeholders
      .filter((place) => !filled.includes(place))
      .map((place) => faultIn(text, `{${place}}`)),
  );
}

function unused({ file, said, template }: Notice): Fault[] {
  const used = said.flatMap(({ placeholders }) => placeholders);
  return declared(template)
    .filter((name) => !used.includes(name))
    .map((name) => faultIn({ file, line: 1, text: template?.subject ?? "" }, name));
}

function translatedOtherwise({ file, name, template }: Notice, notices: Notice[]): Fault[] {
  const english = notices.find((other) => other.name === name && other.language === "en");
  const [ours, theirs] = [takenBy(template), takenBy(english?.template)];
  if (ours === theirs) return [];
  return [faultIn({ file, line: 1, text: template?.subject ?? "" }, ours)];
}

function declared(template: Notice["template"]): string[] {
  return Object.keys({ ...template?.parameters, ...template?.links });
}

function takenBy(template: Notice["template"]): string {
  const taken = { ...template?.parameters, ...template?.links };
  return JSON.stringify(Object.entries(taken).sort(([a], [b]) => (a < b ? -1 : 1)));
}
