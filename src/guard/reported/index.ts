export { contactsIn } from "./contacts.ts";
export { analyseReported } from "./reported.ts";
