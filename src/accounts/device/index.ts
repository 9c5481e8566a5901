export { approve, askApproval, isSameNetwork, OtherNetwork, signInOf } from "./approval.ts";
