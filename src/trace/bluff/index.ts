export { addKnownLeak, listLimits, type NewLeak } from "./adding.ts";
export type { OlderLeak } from "./age.ts";
export { type BluffFacts, judgeBluff } from "./bluff.ts";
export { leakListed } from "./events.ts";
export { knownIn } from "./known-in.ts";
export { leaksCommands } from "./leaks-commands.ts";
export { type KnownLeak, knownLeaks } from "./store.ts";
