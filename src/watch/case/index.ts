export { type Case, type KeptSignal, maySee } from "./case.ts";
export { caseFor, closeCase, type Found, lookAgain } from "./closing.ts";
export { look, signalsIn } from "./joining.ts";
export { CaseChanged, CaseUnknown, SamePerson, WrongReason } from "./refusals.ts";
export { closedCases, holdCases, lastChange, openCases, signalsOf } from "./store.ts";
