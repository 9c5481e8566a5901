/** What was read of a text, in the form that everything is looked for in. */
export type PlainText = { text: string; isWhole: boolean };

/** Compatibility forms can be 18 times as long when they are written out (U+FDFA). */
const growthMax = 2;
/** Nobody writes more marks on one letter; many of them take quadratic time to bring in order. */
const pilesOfMarks = /(\p{M}{4})\p{M}+/gu;
/** And what is drawn around a character: the keys of a phone's keypad. */
const notSeen = /[\p{Cf}\p{Co}\p{Me}\p{Default_Ignorable_Code_Point}]/gu;

/** What is put in the place of something judged: a character that no plain text holds, and no letter or digit. */
export const judgedMark = "\ue000";

/**
 * Brings a text into one form: plain letters for fullwidth and styled ones (NFKC), nothing invisible, single spaces,
 * and without what people and criminals write so that a link isn't one: `hxxps`, `[.]`, `(at)`.
 */
export function plainText(message: string, charactersMax: number): PlainText {
  const lengthMax = growthMax * charactersMax;
  const begun = message.slice(0, charactersMax);
  const isAscii = !/[^\x20-\x7e\r\n\t]/.test(begun);
  const read = isAscii ? begun : begun.replace(pilesOfMarks, "$1").normalize("NFKC");
  const text = (isAscii ? read : read.replace(notSeen, ""))
    .slice(0, lengthMax)
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/[^\S\n]+/g, " ")
    .replace(/[\u3002\uff61]/g, ".")
    .replace(/ ?[[({<] ?(?:\.|dot) ?[\])}>] ?/gi, ".")
    .replace(/[[({<] ?(?:@|at) ?[\])}>]/gi, "@")
    .replace(/\[:\](?=\/\/)|\[:\/\/\]/g, (colon) => (colon.length > 3 ? "://" : ":"))
    .replace(/hxxp(?=s?:)|meow(?=s?:\/\/)/gi, "http");
  return { text, isWhole: message.length <= charactersMax && read.length <= lengthMax };
}

/** Plain text without the contacts that were covered in it; what begins with a capital behind one is a new sentence. */
export function withoutContacts(rest: string): string {
  return rest.replace(/\ue000+ ?/g, (cover, at: number) => {
    const next = rest.charAt(at + cover.length);
    return /\p{Lu}/u.test(next) ? "\n" : " ";
  });
}
