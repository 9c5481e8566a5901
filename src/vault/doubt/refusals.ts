import { HoldfastError } from "#platform";

/** The client answers about something that isn't on the client's page, or that nobody known looked at. */
export class NobodyLooked extends HoldfastError {
  readonly code = "nobody_looked";
  readonly refusal = "not_found";
  constructor() {
    super("Nobody whom we know looked for that. Open the page anew and answer from there.");
  }
}
