export { witnessCommands } from "./commands.ts";
export { type Ask, type Cosigning, cosign, isAlarm } from "./cosign.ts";
export { hasDisjointQuorums } from "./disjoint-quorums.ts";
export { type WitnessToAsk, witnessesToAsk } from "./witnesses.ts";
