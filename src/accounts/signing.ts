/** By what another slice has a client sign with a passkey what the client agrees to. */
export {
  askToSign,
  hasPasskey,
  noteSigned,
  SigningForm,
  signedAnswer,
} from "./passkey/index.ts";
