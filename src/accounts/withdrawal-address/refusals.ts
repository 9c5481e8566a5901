import { HoldfastError, InvalidInput } from "#platform";
import { addressesMax, labelCharactersMax } from "./withdrawal-address.ts";

/** The sentence doesn't repeat the address: it is personal. */
export class WrongAddress extends InvalidInput {
  constructor() {
    super(
      "wrong_address",
      "That isn't an address of this network. Copy it again, and check the network.",
    );
  }
}

export class UnknownNetwork extends InvalidInput {
  constructor() {
    super("unknown_network", "Choose one of the networks in the list.");
  }
}

export class WrongLabel extends InvalidInput {
  constructor() {
    super("wrong_label", `Give the address a name of 1 to ${labelCharactersMax} characters.`);
  }
}

export class LabelTaken extends HoldfastError {
  readonly code = "label_taken";
  readonly refusal = "conflict";
  constructor() {
    super("Another of your addresses has this name. Choose a name that tells them apart.");
  }
}

export class AddressTaken extends HoldfastError {
  readonly code = "address_taken";
  readonly refusal = "conflict";
  constructor() {
    super("This address is in your list already.");
  }
}

export class TooManyAddresses extends HoldfastError {
  readonly code = "too_many_addresses";
  readonly refusal = "conflict";
  constructor() {
    super(`An account has ${addressesMax} addresses at most. Remove one that you don't use.`);
  }
}

export class NoSuchAddress extends HoldfastError {
  readonly code = "no_such_address";
  readonly refusal = "not_found";
  constructor() {
    super("This address isn't in your list any more.");
  }
}

export class AddressesChanged extends HoldfastError {
  readonly code = "addresses_changed";
  readonly refusal = "conflict";
  constructor() {
    super("Another address was added at the same moment. Look at your list and try again.");
  }
}
