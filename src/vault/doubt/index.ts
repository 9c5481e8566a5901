export { type Answer, said } from "./answer.ts";
export { Doubts } from "./doubts.ts";
export { NobodyLooked } from "./refusals.ts";
export { answersAbout } from "./store.ts";
