/** What stands where something is hidden: as long for a short value as for a long one. */
export const hidden = "•••";

/** A longer ending of a host name can say as much as a name. */
const shortEnding = /\.([a-z]{2,4})$/i;

/** `j•••@e•••.com` */
export function maskedEmail(value: string): string {
  const [name = "", domain = ""] = value.trim().split("@");
  const ending = shortEnding.exec(domain)?.[1] ?? hidden;
  return `${firstOf(name)}${hidden}@${firstOf(domain)}${hidden}.${ending}`;
}

/** The last two characters: they tell two numbers apart for a person who has both before him. */
export function maskedNumber(value: string): string {
  return `${hidden} ${
    value
      .match(/[\p{L}\p{N}]/gu)
      ?.slice(-2)
      .join("") ?? ""
  }`;
}

/** The initials of the first and the last word. */
export function maskedName(value: string): string {
  const words = value.normalize("NFC").trim().split(/\s+/);
  const outer = words.length > 1 ? [words[0], words.at(-1)] : words;
  return outer.map((word = "") => `${firstOf(word)}${hidden}`).join(" ");
}

export function maskedWhole(): string {
  return hidden;
}

/** Letters and digits only: a mark that turns the direction of writing has no place in a list. */
function firstOf(text: string): string {
  return /^[\p{L}\p{N}]/u.exec(text)?.[0] ?? "";
}
