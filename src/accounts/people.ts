/** By what another slice knows a client's account, and where messages to it go. */
export {
  accountOf,
  addresseeById,
  addresseeOf,
  clientWithEmail,
  placeAccount,
} from "./account/index.ts";
