export { type Answer, type Doubt, type Said, said } from "./answer.ts";
export { type DoubtListener, Doubts } from "./doubts.ts";
export { NobodyLooked } from "./refusals.ts";
export { answersAbout } from "./store.ts";
