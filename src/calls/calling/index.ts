export {
  answerLeg,
  approveCall,
  beginLeg,
  beginNoted,
  endUnvouched,
  hear,
  hearHeld,
} from "./calling.ts";
export { CallRefused } from "./refusals.ts";
export { stopLeg } from "./stopping.ts";
