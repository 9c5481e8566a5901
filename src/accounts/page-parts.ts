/** What another slice's pages have in common with these. */
export { standingScript } from "./approval/index.ts";
export { Done, Field, Wrong } from "./form/index.ts";
export { answerRefusal } from "./frame/index.ts";
export { home, wayOn } from "./sign-in/index.ts";
