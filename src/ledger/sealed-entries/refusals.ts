import { InvalidInput } from "#platform";

export class NoSuchEntry extends InvalidInput {
  constructor() {
    super(
      "no_such_entry",
      "The client has no such entry, or it tells of a sealing itself. Take the id from the client's history.",
    );
  }
}

export class WrongSealingTime extends InvalidInput {
  constructor(until: string, after: string, last: string) {
    super(
      "wrong_sealing_time",
      `An entry is sealed for 30 days in all: until a day after ${after} and not after ${last}, not until ${until}.`,
    );
  }
}

export class AlreadyOpen extends InvalidInput {
  constructor() {
    super(
      "already_open",
      "The entry was sealed and has opened: its client may have read it. It can't be sealed again.",
    );
  }
}

export class NotSealed extends InvalidInput {
  constructor() {
    super("not_sealed", "The entry isn't sealed: its client can read it already.");
  }
}
