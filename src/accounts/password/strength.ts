import common from "./common.generated.json" with { type: "json" };

/**
 * Fifteen, of any kind: what NIST SP 800-63B-4 §3.1.1.2 asks of a password that stands alone, and OWASP ASVS 5.0 6.2.1
 * recommends. There are no rules about kinds of characters (6.2.5), and nothing is cut off (6.2.8).
 */
export const charactersMin = 15;
export const charactersMax = 128;

const partsMin = 4;
const pieceCharactersMax = 24;

const words: ReadonlySet<string> = new Set(common.words.split(" "));

/** Keys that lie beside each other, and alphabets: forwards and backwards. */
const walks = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "azertyuiop",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
].flatMap((walk) => [walk, [...walk].reverse().join("")]);

const alike: Readonly<Record<string, string>> = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t" };
const written: Readonly<Record<string, string>> = { "@": "a", $: "s", "!": "i", "|": "l" };

/** Why a password isn't taken: stable ids of the catalogue. */
export type Weakness = "too_short" | "too_long" | "unreadable" | "context" | "guessable";

/**
 * What is wrong with a new password; undefined for one that is taken.
 * @param context words that an attacker tries first: the firm's name, the part of the address before the @
 */
export function weaknessOf(password: string, context: readonly string[]): Weakness | undefined {
  if (!password.isWellFormed()) return "unreadable";
  const length = [...password].length;
  if (length < charactersMin) return "too_short";
  if (length > charactersMax) return "too_long";
  const known = context.map(plain).filter((word) => word.length >= 3);
  if (partsOf(password, []) < partsMin) return "guessable";
  return partsOf(password, known) < partsMin ? "context" : undefined;
}

/**
 * Of how many parts a password is made, at least: a common password, a walk over the keyboard, a run of one character
 * or of a few digits and signs is one part; what stood there before, and words of the context, are none. So thousands of common
 * passwords stand for all that people make of them by writing them twice or adding a year.
 */
export function partsOf(password: string, context: readonly string[]): number {
  const text = plain(password);
  const least = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - pieceCharactersMax); start < end; start++) {
      const before = least[start] ?? 0;
      if (before >= best) continue;
      best = Math.min(best, before + costOf(text, start, end, context));
    }
    least.push(best);
  }
  return least[text.length] ?? 0;
}

function costOf(text: string, start: number, end: number, context: readonly string[]): number {
  const piece = text.slice(start, end);
  if (context.includes(piece)) return 0;
  if (piece.length === 1) return 1;
  const isRepeated = piece.length >= 3 && text.slice(0, start).includes(piece);
  if (isRepeated || [...piece].every((letter) => letter === text[start - 1])) return 0;
  return isOnePart(piece) ? 1 : Number.POSITIVE_INFINITY;
}

function isOnePart(piece: string): boolean {
  if ([...piece].every((letter) => letter === piece[0])) return true;
  if (/^[^\p{L}]{2,4}$/u.test(piece)) return true; // years, days, counting, "!!!"
  if (piece.length < 3) return false;
  return isWord(piece) || walks.some((walk) => walk.includes(piece));
}

function isWord(piece: string): boolean {
  return words.has(piece) || words.has(unwritten(piece, alike));
}

/** Small letters; signs that stand for letters are letters, where letters stand around them. */
function plain(text: string): string {
  const small = text.toLowerCase();
  return small.replace(/(?<=\p{L})[@$!|](?=\p{L})/gu, (sign) => written[sign] ?? sign);
}

function unwritten(piece: string, letters: Readonly<Record<string, string>>): string {
  return [...piece].map((letter) => letters[letter] ?? letter).join("");
}
