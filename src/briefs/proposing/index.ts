export { datesIn, type FoundDate } from "./dates.ts";
export { propose } from "./propose.ts";
export { type FoundQuantity, quantitiesIn } from "./quantities.ts";
export { proposeQuestions } from "./questions.ts";
export { isPossible, speakerIn, verbNear, verbsIn } from "./wording.ts";
