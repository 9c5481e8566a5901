export { rollUp, rollUpJob } from "./roll-up.ts";
export { clientsShown } from "./views.ts";
