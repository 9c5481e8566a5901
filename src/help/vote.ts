import { type Database, dayOf, HoldfastError } from "#platform";
import { countVote } from "./store.ts";

/** An answer to "was this helpful?". */
type Vote = { slug: string; language: string; helpful: boolean };

export class NoSuchArticle extends HoldfastError {
  readonly code = "no_such_article";
  readonly refusal = "not_found";
  constructor(language: string, slug: string) {
    super(
      `There is no help article "${slug}" in the language "${language}". Look for it in the help.`,
    );
  }
}

/**
 * Counts one vote on the day it was given. Nothing is kept of who gave it.
 * @throws NoSuchArticle
 */
export async function recordVote(database: Database, vote: Vote, now: Date): Promise<void> {
  const { language, slug, helpful } = vote;
  const counted = await countVote(database, language, slug, helpful, dayOf(now));
  if (!counted) throw new NoSuchArticle(language, slug);
}
