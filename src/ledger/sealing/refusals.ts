import { HoldfastError } from "#platform";

/** The sealer must not sign: each says what doesn't fit, with both values, and how to recover. */
export abstract class WontSign extends HoldfastError {
  readonly refusal = "unavailable";
}

const recovery =
  "If the newer database is lost for good, begin a new log with: holdfast log renew --because REASON";

export class DatabaseBehind extends WontSign {
  readonly code = "database_behind";
  constructor(sealed: number, signed: number) {
    super(
      `The database has ${sealed} sealed events, but ${signed} were signed: it is an older copy. ` +
        `Nothing is sealed, so that there is no second history. Put the newer database back. ${recovery}`,
    );
  }
}

export class DatabaseForked extends WontSign {
  readonly code = "database_forked";
  constructor(size: number, found: string, signed: string) {
    super(
      `The first ${size} events of the database have the root ${found}, but ${signed} was signed: ` +
        `sealed events were changed, or it is another copy. Nothing is sealed. Run holdfast verify-log to find out what differs. ${recovery}`,
    );
  }
}

export class SignerForgot extends WontSign {
  readonly code = "signer_forgot";
  constructor(size: number) {
    super(
      `The log has a signed head of ${size} events, but the log's directory (LOG_DIRECTORY) holds no record of it, or no key: ` +
        `nothing could stop a second history. Put the directory back. ${recovery}`,
    );
  }
}

export class LogBegunAnew extends WontSign {
  readonly code = "log_begun_anew";
  constructor(origin: string, recorded: string) {
    super(
      `This process signs for the log ${origin}, but the log's directory (LOG_DIRECTORY) records heads of ${recorded}: ` +
        "a new log was begun. Start this process again.",
    );
  }
}
