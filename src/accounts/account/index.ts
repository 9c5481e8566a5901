export {
  type Account,
  type AccountEmail,
  emailField,
  emailTable,
  type Standing,
} from "./account.ts";
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
  holdAccount,
  insertClient,
  insertEmail,
  lastEmailVersion,
  type NewEmail,
} from "./store.ts";
