export { BegunPage, ClosePage } from "./close.tsx";
