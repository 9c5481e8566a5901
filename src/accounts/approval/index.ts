export type { Approval, ApprovalState } from "./approval.ts";
export { Approvals, type Asking, withdrawApprovalsOf } from "./approvals.ts";
export { draw, isEligible } from "./draw.ts";
export { approvalEventKinds } from "./events.ts";
export type { ApprovalKind, Described } from "./kind.ts";
export { ApprovalOver, ApprovalUnknown, NobodyEligible, NotEligibleNow } from "./refusals.ts";
export { approvalRoutes, standingScript } from "./routes-approvals.ts";
export { approvalById, approvalsOf, countAsked, type Pair, pairFrequency } from "./store.ts";
