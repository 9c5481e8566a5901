import { HoldfastError, type Id, type Refusal } from "#platform";

/** Why no call is booked, booked anew or cancelled: one code each, with the remedy. */
const sentences = {
  booking_unknown: "There is no such call.",
  booking_over: "This call is over. You can ask for another one.",
  already_asked:
    "You have asked for a call already. Choose another time for that one, or cancel it.",
  slot_taken: "Somebody was first to that time, or it is too near. Choose another time.",
  nobody_free: "Nobody of us is free in the next two weeks. Write to our support instead.",
  call_up: "This call is up right now. Hang up first.",
  told_to:
    "Somebody told you to ask for a call. Hang up. Nothing was booked. Lock your account if you gave anything away.",
  topic_missing: "Choose what the call is about.",
  language_missing: "Choose a language that one of us speaks.",
  channel_missing: "Choose how we call you.",
  number_missing:
    "We have no phone number of yours that we may call. Choose a call in the browser: nobody can fake that one.",
  time_zone_missing: "Choose your time zone.",
  time_missing: "Choose a time.",
} as const;

const refusals: Partial<Record<keyof typeof sentences, Refusal>> = {
  booking_unknown: "not_found",
  booking_over: "conflict",
  already_asked: "conflict",
  slot_taken: "conflict",
  nobody_free: "conflict",
  call_up: "conflict",
};

export type BookingCode = keyof typeof sentences;

export class BookingRefused extends HoldfastError {
  readonly code: BookingCode;
  readonly refusal: Refusal;
  /** The call that the client has asked for already. */
  readonly call: Id<"call"> | undefined;
  constructor(code: BookingCode, call?: Id<"call">) {
    super(sentences[code]);
    this.code = code;
    this.refusal = refusals[code] ?? "invalid";
    this.call = call;
  }
}
