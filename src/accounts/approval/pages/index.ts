export { ApprovalsPage, type ShownApproval } from "./approvals.tsx";
