import { type Fault, faultIn, type Material } from "./material.ts";
import { closingName } from "./read-notice.ts";

const needed = ["code", "check"];

/** Every notice ends with its code and how to check it: in each language that has notices. */
export function noticeCode({ notices }: Material): Fault[] {
  const languages = new Map(notices.map((notice) => [notice.language, notice]));
  return [...languages].flatMap(([language, some]) => {
    const closing = notices.find(
      (notice) => notice.language === language && notice.name === closingName,
    );
    const places = closing?.said.flatMap(({ placeholders }) => placeholders) ?? [];
    const missing = needed.filter((name) => !places.includes(name));
    if (missing.length === 0) return [];
    const { file } = closing ?? some;
    const found = missing.map((name) => `{${name}}`).join(" ");
    return [faultIn({ file, line: 1, text: "" }, found)];
  });
}
