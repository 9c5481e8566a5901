export { ApproachedPage, ApproachPage, type TypedApproach } from "./approach.tsx";
