/** Nobody writes more marks on one letter; many of them take quadratic time to bring in order. */
const pilesOfMarks = /(\p{M}{4})\p{M}+/gu;
/** What turns the direction of text, joins, or is seen by machines alone. */
const hidden = /[\p{Cf}\p{Co}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]+/gu;
const controls = /[^\P{Cc}\n\t]+/gu;

export type CanonicalText = { text: string; hiddenCount: number };

/**
 * The one form in which a source's text is kept, hashed and quoted: composed letters (NFC), no characters that nobody sees
 * or that turn others around, single spaces, no more than one empty line.
 */
export function canonicalText(raw: string): CanonicalText {
  let hiddenCount = 0;
  const leaveOut = (found: string) => {
    hiddenCount += found.length;
    return "";
  };
  const text = raw
    .toWellFormed()
    .replace(/\u00ad/g, "") // a hyphen that is only seen where a line breaks: any honest page has some
    .replace(hidden, leaveOut)
    .replace(pilesOfMarks, "$1")
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\v\f\u0085]/g, "\n")
    .replace(controls, leaveOut)
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, hiddenCount };
}
