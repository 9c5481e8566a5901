/** Marks that can't be seen, or that turn the direction of writing. */
const unseen = /\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what isn't a letter is taken out
const control = /[\u0000-\u001f\u007f-\u009f\s]+/gu;

/** A text in one line, without what nobody sees: what the desk would compare. */
export function plain(text: string): string {
  return text.replace(unseen, "").replace(control, " ").normalize("NFC").trim();
}

export function hasUnseen(text: string): boolean {
  return text.search(unseen) >= 0;
}

/** Case, accents and punctuation away: by this names of columns are compared. */
export function bareWords(text: string): string {
  return text
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/gu, "ss")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Without these signs at its ends, in linear time. */
export function trimSigns(text: string, atStart: string, atEnd: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && atStart.includes(text[start] ?? "")) start += 1;
  while (end > start && atEnd.includes(text[end - 1] ?? "")) end -= 1;
  return text.slice(start, end);
}
