import { english, type Language, languages } from "./catalogue.ts";

/**
 * The language for a reader: the one they picked, else the best match of their browser's
 * `Accept-Language` (RFC 9110 §12.5.4), else English.
 */
export function chooseLanguage(
  picked: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  return (
    byTag(picked) ??
    wishes(acceptLanguage)
      .map(byTag)
      .find((found) => found) ??
    english
  );
}

function byTag(tag: string | undefined): Language | undefined {
  if (!tag) return undefined;
  const wanted = tag.toLowerCase();
  return (
    languages.find((language) => language.tag.toLowerCase() === wanted) ??
    languages.find((language) => language.tag.toLowerCase() === wanted.split("-")[0])
  );
}

function wishes(header: string | undefined): string[] {
  return (header ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", weight] = part.trim().split(/\s*;\s*q=/);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((wish) => wish.tag);
}
