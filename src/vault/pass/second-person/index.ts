export {
  askSecondPerson,
  restrictedApproval,
  type SecondPerson,
  secondPersonOf,
} from "./second-person.ts";
