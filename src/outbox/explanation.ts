import type { Language } from "#platform";
import type { SentAnswer } from "./asking.ts";
import { type MessageKey, say } from "./messages.ts";
import type { SentMessage } from "./reader.ts";

/** An answer in words: what it is, why, and the message in the reader's account when there is one to look at. */
export type Explanation = { heading: string; why: string; message?: SentMessage };

/** @param isSignedIn who isn't is told of codes alone, not of what was sent */
export function explainAnswer(
  answer: SentAnswer,
  language: Language,
  isSignedIn: boolean,
): Explanation {
  switch (answer.is) {
    case "ours":
      return {
        heading: say(language, `answer.ours.${answer.by}`),
        why: say(language, `answer.ours.${answer.by}.why`, factsOf(answer.message, language)),
        message: answer.message,
      };
    case "changed":
      return {
        heading: say(language, "answer.changed"),
        why: say(language, "answer.changed.why", factsOf(answer.message, language)),
        message: answer.message,
      };
    case "not_ours":
      return {
        heading: say(language, "answer.not_ours"),
        why: say(language, isSignedIn ? "answer.not_ours.why" : "answer.no_code.why"),
      };
    case "ask_signed_in":
      return {
        heading: say(language, "answer.ask_signed_in"),
        why: say(language, "answer.ask_signed_in.why"),
      };
  }
}

/** What a message is about, in a few words. */
export function topicOf({ topic }: Pick<SentMessage, "topic">, language: Language): string {
  return say(language, `topic.${topic}` as MessageKey);
}

/** What a message is called in lists. */
export function subjectOf({ words }: Pick<SentMessage, "words">, language: Language): string {
  return words?.subject ?? say(language, "inbox.other_system");
}

function factsOf(message: SentMessage, language: Language) {
  const subject = subjectOf(message, language);
  return { when: message.registeredAt, topic: topicOf(message, language), subject };
}
