export { datesIn, type FoundDate } from "./dates.ts";
export { proposeSources } from "./listed.ts";
export { type Proposal, propose } from "./propose.ts";
export { type FoundQuantity, quantitiesIn } from "./quantities.ts";
export { proposeQuestions } from "./questions.ts";
export { sectionAt, sectionsIn } from "./sections.ts";
export { sentencesOf } from "./sentences.ts";
export { type FoundVerb, isPossible, speakerIn, verbNear, verbsIn, verbWords } from "./wording.ts";
