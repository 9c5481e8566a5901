export {
  type Case,
  type CaseState,
  type Finding,
  type KeptSignal,
  maySee,
  type SecondLook,
} from "./case.ts";
export { caseFor, closeCase, lookAgain, reasonFrom } from "./closing.ts";
export { look, signalsIn } from "./joining.ts";
export { CaseOver, CaseUnknown, SamePerson, WrongReason } from "./refusals.ts";
export { closedCases, holdCases, lastChange, openCases, signalsOf } from "./store.ts";
