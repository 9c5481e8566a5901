export { approve, askApproval, isSameNetwork, signInOf } from "./approval.ts";
