export {
  type Author,
  type Claim,
  type Decision,
  type Speaker,
  type Statement,
  type Status,
  type Support,
  speakers,
  stands,
  statementSchema,
  statuses,
  statusOf,
  visibilities,
  visibilityOf,
} from "./claim.ts";
export {
  confirm,
  type Deciding,
  dispute,
  type Grounds,
  hide,
  leaveOpen,
  lostGrounds,
  missingGrounds,
  reasonLetters,
  refute,
  show,
  supersede,
  takeAsFirmsWord,
  withdraw,
  writers,
} from "./deciding.ts";
export { locate, type Quote, quoteAt, quoteSchema } from "./quote.ts";
export { DecidesNothing, statusWords, WrongValue } from "./refusals.ts";
export { knownSlots, subjectSchema, takenBy, takesSeveral } from "./slot.ts";
export {
  claimsOf,
  insertClaims,
  insertDecision,
  insertSupports,
  lastClaimNumber,
  type NewClaim,
} from "./store.ts";
export {
  type Hedge,
  hedges,
  type Interval,
  intervalOf,
  meet,
  type Quantity,
  spanOf,
  type Value,
  valueSchema,
} from "./value.ts";
export { allowsVerb, compareVerbs, type Verb, verbs } from "./verb.ts";
