import type { Token } from "./reading.ts";
import { isIsolated } from "./seed-han.ts";
import { type Standing, standingOf } from "./seed-words.ts";

/** How much a token speaks for a phrase. A random word of a list is some twenty times likelier in a phrase than in a sentence. */
export const listedScore = 3;
const shortenedScore = 2;
const everydayStartScore = -1;
const fillerScore = -0.3;
const otherScore = -4;

/** Words that count others, in the languages of the lists and German. */
const ordinals: ReadonlySet<string> = new Set(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth " +
    "seventeenth eighteenth nineteenth twentieth st nd rd th last " +
    "primera segunda tercera cuarta quinta sexta septima octava novena decima " +
    "premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme onzieme douzieme " +
    "prima seconda terza quarta sesta settima ottava nona primeira terceira setima oitava prvni druhe treti " +
    "erste zweite dritte vierte funfte sechste siebte achte neunte zehnte elfte zwolfte"
  ).split(" "),
);

/** Words that may stand between the words of a phrase. */
export const fillers: ReadonlySet<string> = new Set([
  ...ordinals,
  ...(
    "a an and the is are was then it its my number no nr n comes after next finally followed by ok so word words " +
    "twenty twenty-first one two three four five six seven eight nine ten eleven twelve " +
    "thirteen fourteen fifteen sixteen seventeen eighteen nineteen w " +
    "palabra la el es y luego despues numero mot le est et puis ensuite parola il e poi palavra a o e depois " +
    "slovo je pak wort das ist und dann der die woord het en dan kelime"
  ).split(" "),
]);

export function isOrdinal(word: string): boolean {
  return ordinals.has(word);
}

/** What a token is for every list. */
export type Part = { is: "word"; standing: Standing } | { is: "gap"; score: number };

/** Marks say nothing. */
export const mark: Part = { is: "gap", score: 0 };
const other: Part = { is: "gap", score: otherScore };
const firstHan = "\u3400";

/** What a token is, whichever list a phrase is of. */
export function partOf(token: Token, place: number, tokens: readonly Token[]): Part {
  if (token.is === "number") return { is: "gap", score: token.text.length > 2 ? otherScore : 0 };
  if (token.is !== "word") return mark;
  if (token.text > firstHan && token.end - token.start === 1 && !isIsolated(tokens, place))
    return other;
  const standing = standingOf(token.text);
  if (standing && (standing.listed | standing.shortened) > 0) return { is: "word", standing };
  const isFiller = fillers.has(token.text) || isOneLetter(token.text);
  return { is: "gap", score: isFiller ? fillerScore : otherScore };
}

function isOneLetter(text: string): boolean {
  const code = text.charCodeAt(0);
  return text.length === 1 && code >= 0x61 && code <= 0x7a;
}

/** How much the token at a place speaks for a phrase of a list. */
export function scoreFor(
  list: number,
  part: Part,
  tokens: readonly Token[],
  place: number,
): number {
  if (part.is === "gap") return part.score;
  const { listed, shortened, isEveryday } = part.standing;
  const text = tokens[place]?.text ?? "";
  if ((listed & (1 << list)) !== 0) {
    return isEveryday || fillers.has(text) ? 0 : listedScore;
  }
  if (fillers.has(text)) return fillerScore;
  if ((shortened & (1 << list)) === 0) return otherScore;
  return isEveryday ? everydayStartScore : shortenedScore;
}
