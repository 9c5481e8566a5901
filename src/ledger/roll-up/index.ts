export { rollUp, rollUpJob } from "./roll-up.ts";
export type { Span } from "./store.ts";
export { clientsShown } from "./views.ts";
