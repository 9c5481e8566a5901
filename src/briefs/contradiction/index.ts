export { type Answers, against, findContradictions } from "./pass.ts";
export type { Difference, Position, Stated } from "./position.ts";
