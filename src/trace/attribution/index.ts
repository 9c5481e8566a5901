export { attributeCommand } from "./attribute-command.ts";
export { type Attribution, attribute, attributeInTurns } from "./attribution.ts";
export {
  type Evidence,
  Holdings,
  type SampleRow,
  type View,
} from "./evidence.ts";
export { byCover, byHolders, byOverlap } from "./rivals.ts";
