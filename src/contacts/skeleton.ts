import confusables from "./confusables.generated.json" with { type: "json" };

/** The Latin letters that the eye takes a character for: Unicode TR39 prototypes and letter names. */
const plainOf = new Map<string, string>(
  Object.entries(confusables.table).flatMap(([plain, characters]) =>
    [...characters].map((character): [string, string] => [character, plain]),
  ),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, its controls too
const asciiOnly = /^[\u0000-\u007f]*$/;

const invisible = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * What a text looks like in small Latin letters: compatibility forms and marks are taken off (Unicode NFKD), then each
 * remaining character becomes its Latin twin where it has one. ASCII keeps its meaning, its signs and separators too.
 */
export function skeletonOf(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  let skeleton = "";
  for (const character of text.normalize("NFKD").replace(invisible, "")) {
    const small = character.toLowerCase();
    skeleton += plainOf.get(character) ?? plainOf.get(small) ?? small;
  }
  return skeleton;
}
