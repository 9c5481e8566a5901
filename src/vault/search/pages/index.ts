export { type Outcome, SearchPage, searchPath } from "./search.tsx";
