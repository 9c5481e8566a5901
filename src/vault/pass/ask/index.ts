export {
  askBreakGlass,
  readAsked,
  reasonLettersMin,
  type TypedAsk,
  typedNames,
} from "./ask.ts";
