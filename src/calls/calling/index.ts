export { answerLeg, approveCall, beginLeg, endUnvouched, hear, hearHeld } from "./calling.ts";
export { CallRefused } from "./refusals.ts";
export { stopLeg } from "./stopping.ts";
