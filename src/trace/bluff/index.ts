export { addKnownLeak } from "./adding.ts";
export { judgeBluff } from "./bluff.ts";
export { leakListed } from "./events.ts";
export { knownIn } from "./known-in.ts";
export { leaksCommands } from "./leaks-commands.ts";
