export {
  addClaim,
  addClaimIn,
  type ClaimLine,
  claimLineSchema,
  type Decided,
  type DecisionLine,
  decideClaim,
  decideClaims,
  decisionLineSchema,
  supportClaim,
  supportLineSchema,
} from "./claims.ts";
export { Known, knownOf } from "./known.ts";
export { askQuestion, checkQuestion } from "./questions.ts";
export { assessmentLineSchema, assessSource, keepSource, sourceNamed } from "./sources.ts";
