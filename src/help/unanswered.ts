import { type Database, dayMs, dayOf } from "#platform";
import { queryWords } from "./search.ts";
import {
  countUnanswered,
  forgetUnansweredBefore,
  type UnansweredRow,
  unansweredSince,
} from "./store.ts";

// What is kept of a question. People type secrets and personal data into any field, so most of what could be one isn't.
const wordsMax = 5; // of a recovery phrase of twelve words, five are no use to a thief
const charactersMax = 60;
const wordCharactersMax = 20;
const digitsMax = 4;
const mixedCharactersMax = 4; // "2fa", but no password and no piece of an address

const queriesPerDayMax = 1_000;
const keptDays = 30;
const shownTimesMin = 3; // what one person typed once, such as a name, is shown to nobody

/**
 * The part of a question that may be kept: its words in lower case. Undefined when it is long, or could hold
 * a phone number, an address of any kind, a code, a key, a password or a recovery phrase.
 */
export function keepableQuery(query: string): string | undefined {
  if (query.length > charactersMax || /[@:/\\]|\S\.\S/.test(query)) return undefined;
  const words = queryWords(query);
  if (words.length === 0 || words.length > wordsMax) return undefined;
  if (query.replace(/[^\p{Nd}]/gu, "").length > digitsMax) return undefined;
  const secretive = words.some(
    (word) =>
      word.length > wordCharactersMax ||
      (word.length > mixedCharactersMax && /\p{N}/u.test(word) && /\p{L}/u.test(word)),
  );
  return secretive ? undefined : words.join(" ");
}

/** Counts a question for which the search had no answer. @returns whether it was kept */
export async function recordUnanswered(
  database: Database,
  question: { query: string; language: string },
  now: Date,
): Promise<boolean> {
  const query = keepableQuery(question.query);
  if (query === undefined) return false;
  await countUnanswered(database, question.language, query, dayOf(now), queriesPerDayMax);
  return true;
}

/** What readers looked for in vain during the last 30 days, most frequent first: what to write next. */
export async function unansweredQueries(
  database: Database,
  limit: number,
  now: Date,
): Promise<UnansweredRow[]> {
  return await unansweredSince(database, firstKeptDay(now), shownTimesMin, limit);
}

/** Deletes what is older than 30 days. A daily job calls it. */
export async function forgetUnanswered(database: Database, now: Date): Promise<void> {
  await forgetUnansweredBefore(database, firstKeptDay(now));
}

function firstKeptDay(now: Date): string {
  return dayOf(new Date(now.getTime() - keptDays * dayMs));
}
