export { rollUp, rollUpJob } from "./roll-up.ts";
export type { Span } from "./store.ts";
export { clientsSeen, viewsIn, viewsOf } from "./views.ts";
