export { NeverAskList } from "./never-ask-list.tsx";
