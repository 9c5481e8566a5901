import { type HoldfastError, type Language, TooManyRequests } from "#platform";
import { say } from "./messages.ts";
import { charactersMax, charactersMin } from "./strength.ts";

const plain = [
  "wrong_password",
  "too_busy",
  "code_refused",
  "wrong_recovery_code",
  "wrong_master_key",
  "sign_in_over",
  "wrong_current_password",
  "authenticator_needed",
  "too_many_authenticators",
  "no_such_authenticator",
  "last_way_in",
  "set_up_over",
  "weak_password_unreadable",
  "weak_password_context",
  "weak_password_guessable",
] as const;

/** What a person is told who signs in, or changes how: undefined for what these pages don't know. */
export function problemSentence(
  language: Language,
  code: string,
  error: HoldfastError,
): string | undefined {
  if (error instanceof TooManyRequests) {
    const minutes = Math.ceil(error.retryAfterSeconds / 60);
    return say(language, "problem.too_many_requests", { minutes });
  }
  const skew = "skewSeconds" in error ? error.skewSeconds : undefined;
  if (typeof skew === "number") {
    const minutes = Math.max(1, Math.round(Math.abs(skew) / 60));
    return say(language, skew < 0 ? "problem.code_early" : "problem.code_late", { minutes });
  }
  if ("until" in error && error.until instanceof Date && code === "reset_failed") {
    return say(language, "problem.reset_failed", { until: error.until });
  }
  if (code === "weak_password_too_short") {
    return say(language, "problem.weak_password_too_short", { min: charactersMin });
  }
  if (code === "weak_password_too_long") {
    return say(language, "problem.weak_password_too_long", { max: charactersMax });
  }
  const known = plain.find((one) => one === code);
  return known && say(language, `problem.${known}`);
}
