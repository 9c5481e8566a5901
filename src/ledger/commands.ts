/** What the command line does with the log. */
export { verifyProofCommand, writeProof } from "./proving/index.ts";
export { verifyLogCommand } from "./verifying/index.ts";
export { witnessCommands } from "./witnessing/index.ts";
