export { type Answers, against, type Contradiction, findContradictions, saySame } from "./pass.ts";
export type { Difference, Position, Stated } from "./position.ts";
