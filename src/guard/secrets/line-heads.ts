import type { Token } from "./reading.ts";
import { standingOf } from "./seed-words.ts";

const headTokensMax = 24;
const wordLettersMax = 40;
const linesMin = 2;
/** A name with no mark behind it is a few words; in so many lines it stands before a word of a phrase. */
const bareWordsMax = 3;
const bareLinesMin = 3;
/** Of more people who talk, those with the most lines are read one by one. */
const speakersMax = 4;
/** "AB> ", "[12:01] Bob: ", "Bob (Tuesday) - ". */
const headMarks = new Set([..."»>:：|)]-–—,;"]);

/**
 * What a line may begin with, as it is compared, and the places of its words and numbers: up to a mark, all of the line, or
 * bare words, which may lead to a word of a phrase.
 */
type Head = {
  key: string;
  is: "marked" | "whole" | "bare";
  places: readonly number[];
  leads?: boolean;
};

/** The places of a line's tokens, and what it begins with. */
type Line = { places: readonly number[]; head: Head | undefined };

/**
 * A text as it reads without what its lines begin with again and again: who says it, and when. A line that is nothing else stands
 * above what is said. Where several talk, also what each of them says.
 * @returns no reading where no beginning comes again
 */
export function withoutLineHeads(tokens: readonly Token[]): Token[][] {
  if (!tokens.some(isOfPhrase)) return [];
  const lines = linesOf(tokens);
  const times = new Map<string, number>();
  for (const { head } of lines) if (head) times.set(head.key, (times.get(head.key) ?? 0) + 1);
  if (times.size === 0) return [];
  const heads = lines.flatMap(({ head }) => head?.places ?? []);
  const beside = new Set(heads);
  const all = tokens.filter((_, place) => !beside.has(place));
  if (times.size === 1) return [all];
  const byLines = [...times].toSorted(([, one], [, other]) => other - one);
  const speakers = byLines.slice(0, speakersMax).map(([key]) => key);
  const said = saidBy(lines);
  return [all, ...speakers.map((speaker) => tokensAt(tokens, said.get(speaker) ?? [], beside))];
}

/** A word that may be of a phrase, and is rare elsewhere. */
function isOfPhrase({ is, text }: Token): boolean {
  const standing = is === "word" ? standingOf(text) : undefined;
  return standing !== undefined && !standing.isEveryday;
}

/** The places of what each says; a line without a beginning goes on with the one above. */
function saidBy(lines: readonly Line[]): Map<string, number[]> {
  const said = new Map<string, number[]>();
  let own: number[] = [];
  for (const { places, head } of lines) {
    if (head) own = said.get(head.key) ?? [];
    if (head) said.set(head.key, own);
    for (const place of places) own.push(place);
  }
  return said;
}

function tokensAt(
  tokens: readonly Token[],
  places: readonly number[],
  without: ReadonlySet<number>,
): Token[] {
  return places.flatMap((place) => (without.has(place) ? [] : (tokens[place] ?? [])));
}

/** The lines of a text, each with the longest beginning that another one has too. */
function linesOf(tokens: readonly Token[]): Line[] {
  const lines = placesByLine(tokens);
  const heads = lines.map((places) => headsOf(tokens, places));
  const all = heads.flat();
  const times = timesOf(all);
  const leading = timesOf(all.filter(({ leads }) => leads));
  const count = (head: Head | undefined) => (head && times.get(head.key)) ?? 0;
  return lines.map((places, line) => {
    const again = heads[line]?.filter((head) => count(head) >= linesMin) ?? [];
    const bare = again.filter(({ is, key }) => is === "bare" && isLeading(leading, key));
    const marked = again.findLast(({ is }) => is === "marked") ?? most(bare, count);
    const whole = again.findLast(({ is }) => is === "whole");
    return { places, head: count(whole) >= count(marked) ? whole : marked };
  });
}

function timesOf(heads: readonly Head[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { key } of heads) times.set(key, (times.get(key) ?? 0) + 1);
  return times;
}

function isLeading(leading: ReadonlyMap<string, number>, key: string): boolean {
  return (leading.get(key) ?? 0) >= bareLinesMin;
}

/** What most lines begin with, as much of it as they do. */
function most(heads: readonly Head[], count: (head: Head) => number): Head | undefined {
  let found: Head | undefined;
  for (const head of heads) {
    if (found === undefined || count(head) >= count(found)) found = head;
  }
  return found;
}

function placesByLine(tokens: readonly Token[]): number[][] {
  const lines: number[][] = [];
  let line: number[] = [];
  for (let place = 0; place <= tokens.length; place++) {
    const token = tokens[place];
    if (token !== undefined && token.is !== "line") {
      line.push(place);
    } else if (line.length > 0) {
      lines.push(line);
      line = [];
    }
  }
  return lines;
}

/** Up to each of its first words and to each mark, and all of the line: what it may begin with, the longest last. */
function headsOf(tokens: readonly Token[], line: readonly number[]): Head[] {
  const heads: Head[] = [];
  const places: number[] = [];
  let [key, words] = ["", 0];
  let bare: Head | undefined;
  for (const place of line.slice(0, headTokensMax)) {
    const token = tokens[place] as Token;
    const { is, text } = token;
    if (text.length > wordLettersMax) return heads;
    if (is === "word" || is === "number") places.push(place);
    key += keyOf(token);
    if (is === "word") {
      if (bare) bare.leads = isOfPhrase(token);
      bare = undefined;
      words += 1;
      if (words <= bareWordsMax) {
        bare = { key, is: "bare", places: [...places] };
        heads.push(bare);
      }
    } else if (words > 0 && headMarks.has(text)) {
      heads.push({ key, is: "marked", places: [...places] });
    }
  }
  if (line.length <= headTokensMax && words > 0) {
    heads.push({ key: `${key}\n`, is: "whole", places });
  }
  return heads;
}

function keyOf({ is, text }: Token): string {
  return is === "number" ? "#" : ` ${text}`;
}
