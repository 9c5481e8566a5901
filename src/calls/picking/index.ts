export { pickWords } from "./pick.ts";
