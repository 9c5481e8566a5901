import confusables from "./confusables.generated.json" with { type: "json" };

/** The Latin letters that the eye takes a character for: Unicode TR39 prototypes and letter names. */
const plainOf = new Map<string, string>(
  Object.entries(confusables.table).flatMap(([plain, characters]) =>
    [...characters].map((character): [string, string] => [character, plain]),
  ),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, its controls too
const asciiOnly = /^[\u0000-\u007f]*$/;

/**
 * What a text looks like in small Latin letters: compatibility forms and marks are taken off (Unicode NFKD), then each
 * remaining character becomes its Latin twin where it has one. Small letters first: a capital I and a small l differ then.
 */
export function skeletonOf(text: string): string {
  if (asciiOnly.test(text)) return text.toLowerCase();
  let skeleton = "";
  const bare = text.normalize("NFKD").toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
  for (const character of bare) {
    skeleton += isLetterLike(character) ? (plainOf.get(character) ?? character) : character;
  }
  return skeleton;
}

/** ASCII separators and signs keep their meaning: `@` parts an address before it looks like an `a`. */
function isLetterLike(character: string): boolean {
  return character > "\u007f";
}
