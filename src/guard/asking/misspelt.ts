const lettersMin = 6;
const lettersMax = 16;

/**
 * Words by their spellings without one letter: a word that has one letter too many, too few, wrong or at its
 * neighbour's place shares such a spelling with the right one (symmetric deletes, as SymSpell has them).
 */
export class Spellings {
  readonly #words: ReadonlySet<string>;
  readonly #lacking = new Map<string, string>();

  /** @param words of a spelling that two of them share, the first decides */
  constructor(words: Iterable<string>) {
    this.#words = new Set([...words].filter(isLong));
    for (const word of this.#words) {
      for (const lacking of lackingOne(word)) {
        if (!this.#lacking.has(lacking)) this.#lacking.set(lacking, word);
      }
    }
  }

  /** The word that somebody meant who typed its first letter, and went wrong once thereafter; of its longer forms none. */
  meant(text: string): string | undefined {
    if (!isLong(text)) return undefined;
    const near = lackingOne(text).map((one) =>
      this.#words.has(one) ? one : this.#lacking.get(one),
    );
    return [this.#lacking.get(text), ...near].find(
      (word) => word !== undefined && word[0] === text[0] && !text.startsWith(word),
    );
  }
}

function isLong({ length }: string): boolean {
  return length >= lettersMin && length <= lettersMax;
}

function lackingOne(word: string): string[] {
  return Array.from(word, (_, place) => word.slice(0, place) + word.slice(place + 1));
}
