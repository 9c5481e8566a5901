import { HoldfastError, InvalidInput } from "#platform";

export class NotNewer extends InvalidInput {
  constructor(version: number, current: number) {
    super(
      "directory_not_newer",
      `This edition is version ${version}, and version ${current} is in force. Sign the change under a higher version.`,
    );
  }
}

export class ProposalOpen extends HoldfastError {
  readonly code = "proposal_open";
  readonly refusal = "conflict";
  constructor() {
    super("Another change of the directory is under way. Wait for it, or withdraw it first.");
  }
}

export class ProposalUnknown extends HoldfastError {
  readonly code = "proposal_unknown";
  readonly refusal = "not_found";
  constructor() {
    super("There is no such change of the directory. /staff/directory shows them all.");
  }
}

export class ProposalOver extends HoldfastError {
  readonly code = "proposal_over";
  readonly refusal = "conflict";
  constructor(state: string) {
    super(
      `This change of the directory is ${state}, so that can't be done with it. Propose it anew.`,
    );
  }
}
