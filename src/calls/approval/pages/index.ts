export { ApprovalPage, type ApprovalState } from "./approval.tsx";
