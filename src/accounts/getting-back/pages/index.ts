export { BegunPage, FinishPage, RecoverPage } from "./recover.tsx";
