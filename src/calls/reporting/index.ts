export { momentIn } from "./facts.ts";
export { prepareCallReport, tellWrong, type Wrong } from "./reporting.ts";
export { callFacts } from "./routes-facts.ts";
export { teamOf } from "./store.ts";
