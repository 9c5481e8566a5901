export { askSecondPerson, restrictedApproval } from "./second-person.ts";
