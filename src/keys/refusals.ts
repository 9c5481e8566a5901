import { dayOf, HoldfastError, InvalidInput, type Refusal } from "#platform";
import { valueBytesMax } from "./keykeeper.ts";

/** Why the keykeeper doesn't act. The sentence never says what was asked to be read. */
export const refusalSentences = {
  event_missing: "There is no such committed event. Append one first, and ask with its id.",
  event_kind: "Events of this kind don't permit this. Ask with the event that was appended for it.",
  event_differs:
    "The event is about something else. Ask with the event that was appended for this.",
  event_denies: "The event says no. Nothing is shown.",
  event_old: "The event is too old. Append a new one and ask again.",
  event_ahead: "The event is ahead of the keykeeper's clock. Set both clocks right.",
  event_used: "The event was used already. Append a new one for each act.",
  ciphertext_refused: "The stored value was changed, or belongs elsewhere. Nothing is shown.",
  evidence_refused:
    "The evidence isn't what the keykeeper attested. Ask with the statement and the signature as they were kept.",
  act_old: "The act's time is over a minute from the keykeeper's clock. Have it attested at once.",
  act_invalid:
    "The statement isn't JSON of an act with its time, in one spelling and of at most 8,000 bytes. Correct it.",
  client_shredded: "This client's keys were destroyed. Nothing can be read or written for them.",
} as const;

export type RefusalCode = keyof typeof refusalSentences;

export class KeykeeperRefused extends HoldfastError {
  readonly refusal: Refusal = "forbidden";
  readonly code: RefusalCode;
  constructor(code: RefusalCode) {
    super(refusalSentences[code]);
    this.code = code;
  }
}

export class KeykeeperAway extends HoldfastError {
  readonly refusal: Refusal = "unavailable";
  readonly code = "keykeeper_away";
  constructor() {
    super(
      "The keykeeper doesn't answer, so nothing can be read or written. Try again in a moment.",
    );
  }
}

export class LegalHold extends HoldfastError {
  readonly refusal: Refusal = "conflict";
  readonly code = "legal_hold";
  constructor(placedAt: Date) {
    const day = dayOf(placedAt);
    super(
      `A legal hold has kept this client's data since ${day}. Counsel can lift it at /staff/erasures, with a second person's approval.`,
    );
  }
}

export class KeykeeperRunning extends InvalidInput {
  constructor(directory: string) {
    super(
      "keykeeper_running",
      `Another keykeeper is running on ${directory}. Stop it first, or reach it by KEYKEEPER_SOCKET.`,
    );
  }
}

export class OtherKeykeeper extends InvalidInput {
  constructor(known: string, own: string) {
    super(
      "other_keykeeper",
      `This database's keykeeper keeps journal ${known}, but the one here is ${own}. Run it on the directory that has its journal, or reach it by KEYKEEPER_SOCKET: two would let an event be used twice. If that journal is lost: SECURITY.md, Clients' keys.`,
    );
  }
}

export class TooLongValue extends InvalidInput {
  constructor(bytes: number, max: number) {
    super(
      "value_too_long",
      `The value has ${bytes} bytes, but at most ${max} are kept. Shorten it.`,
    );
  }
}

export function isTooLong(value: string): boolean {
  return Buffer.byteLength(value) > valueBytesMax;
}

/** @throws {TooLongValue} */
export function refuseTooLong(value: string): void {
  const bytes = Buffer.byteLength(value);
  if (bytes > valueBytesMax) throw new TooLongValue(bytes, valueBytesMax);
}
