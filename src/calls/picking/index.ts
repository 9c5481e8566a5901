export { type Choice, pickWords } from "./pick.ts";
