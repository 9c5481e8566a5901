import { type ClientSession, tellLeads } from "#accounts";
import type { Transaction } from "#platform";
import type { Call } from "../call/index.ts";
import type { CallsDesk } from "../desk.ts";
import type { Leg } from "../leg/index.ts";
import { factsOf } from "./facts.ts";
import { say } from "./messages.ts";

/** What was wrong with a call of ours. */
export type Wrong =
  | { is: "mismatch" }
  /** Its client stopped it from elsewhere: somebody else had answered. */
  | { is: "stopped" }
  /** Which of the things that we never ask for, in the policy's words. */
  | { is: "asked"; items: readonly string[]; text: string }
  /** Something else, in the client's own words. */
  | { is: "reported"; text: string };

/**
 * A scam report of a call, by the client who had it, made ready before the caller's transaction: it is there, or not, with
 * that. The leads are told.
 */
export async function prepareCallReport(
  desk: CallsDesk,
  session: ClientSession,
  call: Call,
  leg: Leg | undefined,
  wrong: Wrong,
  now: Date,
): Promise<(joining: Transaction) => Promise<void>> {
  const language = { tag: call.language, direction: "ltr" } as const;
  const facts = await factsOf(desk, call, leg, language);
  const own = "text" in wrong ? wrong.text.trim() : "";
  const parts = [
    ...(wrong.is === "mismatch" || wrong.is === "stopped"
      ? [say(language, `what.${wrong.is}`)]
      : []),
    ...(wrong.is === "asked"
      ? [say(language, "what.asked", { items: wrong.items.join("; ") })]
      : []),
    ...(own === "" ? [] : [say(language, "what.other", { text: own })]),
    facts,
  ];
  const words = {
    name: say(language, "name"),
    text: parts.join("\n\n"),
    language: call.language,
  };
  const report = await desk.reports.prepareSignedIn(session, words, session.network, now);
  return async (joining) => {
    await report(joining);
    await tellWrong(desk, joining, wrong.is, now);
  };
}

/** Every lead, on shift or not: a call of ours was wrong. Whose it was isn't said. */
export async function tellWrong(
  { outbox }: Pick<CallsDesk, "outbox">,
  joining: Transaction,
  what: Wrong["is"],
  now: Date,
): Promise<void> {
  await tellLeads(outbox, joining, { template: "call_wrong", values: { when: now, what } }, now);
}
