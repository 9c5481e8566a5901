export {
  addClaim,
  addClaims,
  addClaimsIn,
  claimLineSchema,
  supportClaim,
  supportLineSchema,
} from "./adding.ts";
export { type DecisionLine, decideClaim, decideClaims, decisionLineSchema } from "./claims.ts";
export { Known, knownAround, knownOf } from "./known.ts";
export { askQuestion, checkQuestion } from "./questions.ts";
export { assessmentLineSchema, assessSource, keepSource, knownSource } from "./sources.ts";
