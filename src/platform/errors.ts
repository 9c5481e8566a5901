/**
 * What kind of refusal an error is. The domain picks one; only the HTTP edge turns it into a status,
 * and only the command line into an exit code.
 */
export type Refusal =
  | "invalid"
  | "not_found"
  | "forbidden"
  | "conflict"
  | "too_large"
  | "unprocessable"
  | "too_many"
  | "unavailable";

/** An error that a person caused and can mend: its message is one clear sentence that says how. */
export abstract class HoldfastError extends Error {
  /** Its class's, for logs. */
  override readonly name = this.constructor.name;
  /** Stable, snake_case: callers and translations rely on it. */
  abstract readonly code: string;
  abstract readonly refusal: Refusal;
}

/** Input that breaks a rule. `message` says what was wrong, with both values, and what to do. */
export class InvalidInput extends HoldfastError {
  readonly refusal = "invalid";
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The person called the command with the wrong words: exit code 2. */
export class UsageError extends InvalidInput {
  constructor(message: string) {
    super("usage", message);
  }
}

/** What an error says, for who caused it. It could hold somebody's words: logs take `nameOf`. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** What kind of error it is, for a log: its words could be somebody's. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = "code" in error && typeof error.code === "string" ? ` ${error.code}` : "";
  return `${error.name}${code}`;
}
