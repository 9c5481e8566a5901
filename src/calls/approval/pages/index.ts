export { ApprovalPage, type ApprovalState, type ShownWords } from "./approval.tsx";
