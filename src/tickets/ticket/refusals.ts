import { HoldfastError, InvalidInput } from "#platform";

/** One sentence for a ticket that isn't there and for one that is somebody else's. */
export class TicketUnknown extends HoldfastError {
  readonly code = "ticket_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such ticket among yours. Open your list of tickets and choose one.");
  }
}

/** A page of a list that nobody was given. */
export class CursorUnknown extends InvalidInput {
  constructor() {
    super(
      "cursor_unknown",
      "This cursor isn't one of this list. Give the next_cursor of the page before, or none to begin anew.",
    );
  }
}

export class TicketClosed extends HoldfastError {
  readonly code = "ticket_closed";
  readonly refusal = "conflict";
  constructor() {
    super("This ticket is closed, and nothing in it changes any more. Open a new one.");
  }
}

export class NotMerged extends HoldfastError {
  readonly code = "not_merged";
  readonly refusal = "conflict";
  constructor() {
    super("This ticket doesn't go on in another one, so there is nothing to take apart.");
  }
}

/** A form of a ticket with something wrong in it. */
export class WrongTicket extends InvalidInput {
  readonly field: "topic" | "name" | "text" | "email" | "queue" | "reason" | "tags" | "into";
  constructor(field: WrongTicket["field"], remedy: string) {
    super(`wrong_${field}`, remedy);
    this.field = field;
  }
}
