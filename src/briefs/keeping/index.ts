export {
  addClaim,
  type ClaimLine,
  claimLineSchema,
  claimsMax,
  type DecisionLine,
  decideClaim,
  decisionLineSchema,
  namedQuoteSchema,
  supportClaim,
} from "./claims.ts";
export { Known, knownOf } from "./known.ts";
export { askQuestion, checkQuestion } from "./questions.ts";
export {
  assessmentLineSchema,
  assessSource,
  keepSource,
  sourceNamed,
  sourcesMax,
} from "./sources.ts";
