export type { Approval } from "./approval.ts";
export { Approvals, type Asking, appendWithdrawn, withdrawApprovalsOf } from "./approvals.ts";
export { draw, isEligible } from "./draw.ts";
export { approvalEventKinds } from "./events.ts";
export type { ApprovalKind, Described } from "./kind.ts";
export { approvalRoutes, standingScript } from "./routes-approvals.ts";
export { approvalsOf, countAsked } from "./store.ts";
