import { HoldfastError, type HttpContext, type Language, problemOf, script } from "#platform";
import type { Accounts } from "../open.ts";
import type { Ceremony } from "./ceremony.ts";
import type { Asker, ChallengePurpose } from "./challenge.ts";
import { problemSentence } from "./messages.ts";
import { relyingParty } from "./relying-party.ts";

/** The script of every page with a passkey's button. */
export const passkeyScript = script(
  "passkey",
  new URL("../browser/passkey-page.ts", import.meta.url),
);

/** One round with an authenticator, as a request asks for it. */
export async function ceremonyOf(
  { desk }: Pick<Accounts, "desk">,
  context: HttpContext,
  purpose: ChallengePurpose,
  asker: Asker,
): Promise<Ceremony> {
  const party = relyingParty(desk.publicUrl, context.req.url, await desk.firm());
  return { database: desk.database, party, purpose, asker, now: desk.clock() };
}

type Told = { sentence: string; status: ReturnType<typeof problemOf>["status"] };

/** What a page says of a refusal that it knows, with the status to say it under. What it doesn't know is thrown on. */
export function toldOf(error: unknown, context: HttpContext, language: Language): Told {
  if (!(error instanceof HoldfastError)) throw error;
  const sentence = problemSentence(language, error.code);
  if (sentence === undefined) throw error;
  return { sentence, status: problemOf(error, context.var.requestId).status };
}
