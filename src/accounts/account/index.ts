export {
  type Account,
  type AccountEmail,
  emailField,
  emailTable,
  type Standing,
} from "./account.ts";
export { addresseeById, addresseeOf, clientWithEmail } from "./addressee.ts";
export { placeAccount } from "./place.ts";
export { newPublicId, publicIdIn } from "./public-id.ts";
export {
  accountOf,
  activate,
  clientByEmail,
  clientByPublicId,
  close,
  confirmEmail,
  deleteLapsed,
  emailOf,
  emailVersion,
  endEmails,
  holdAccount,
  insertClient,
  insertEmail,
  lastEmailVersion,
  replaceEmail,
  waitingEmail,
} from "./store.ts";
