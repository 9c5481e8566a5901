import { HoldfastError } from "#platform";
import type { Role } from "./staff.ts";

/** There is nobody by this id, or the person has left. */
export class StaffUnknown extends HoldfastError {
  readonly code = "staff_unknown";
  readonly refusal = "not_found";
  constructor(id: string) {
    super(`Nobody on the staff is ${id}, or not any more. holdfast staff list shows who is.`);
  }
}

export class RoleNeeded extends HoldfastError {
  readonly code = "role_needed";
  readonly refusal = "forbidden";
  constructor(...roles: Role[]) {
    super(`This needs the role ${roles.join(" or ")}, which you don't have. Ask an administrator.`);
  }
}

/** Nobody changes his own row. */
export class OwnRow extends HoldfastError {
  readonly code = "own_row";
  readonly refusal = "forbidden";
  constructor() {
    super("Nobody changes what the desk says of himself. Ask another administrator.");
  }
}

/** Somebody else who is here has that e-mail address or subject. */
export class StaffKnown extends HoldfastError {
  readonly code = "staff_known";
  readonly refusal = "conflict";
  constructor(what: "email" | "subject") {
    super(`Somebody on the staff has this ${what} already. Each is one person's.`);
  }
}

export class AdministratorKnown extends HoldfastError {
  readonly code = "administrator_known";
  readonly refusal = "conflict";
  constructor() {
    super(
      "There is an administrator already: the first one is made once. Others are added at /staff/people, by two people.",
    );
  }
}

export class TwoPeopleNeeded extends HoldfastError {
  readonly code = "two_people_needed";
  readonly refusal = "forbidden";
  constructor(...roles: Role[]) {
    super(
      `The role ${roles.join(" or ")} is given by two people. Add the person without it, and ask for it at /staff/people.`,
    );
  }
}

/** One sentence for all: whoever guesses at links learns nothing. */
export class RegistrationRefused extends HoldfastError {
  readonly code = "registration_refused";
  readonly refusal = "not_found";
  constructor() {
    super(
      "This link was used before, is too old, or isn't ours. Ask an administrator for another.",
    );
  }
}
