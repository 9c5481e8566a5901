export { type Answers, against, findContradictions } from "./pass.ts";
export type { Position, Stated } from "./position.ts";
