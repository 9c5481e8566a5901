export { datesIn, type FoundDate } from "./dates.ts";
export { type Proposal, propose } from "./propose.ts";
export { type FoundQuantity, quantitiesIn } from "./quantities.ts";
export { proposeQuestions } from "./questions.ts";
export { type FoundVerb, isPossible, speakerIn, verbNear, verbsIn } from "./wording.ts";
