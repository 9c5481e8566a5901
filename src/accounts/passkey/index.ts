export {
  assertionIn,
  type Ceremony,
  createdPasskey,
  creationOptions,
  ownerIn,
  requestOptions,
  verifiedUse,
} from "./ceremony.ts";
export { addPasskey, keepPasskey, removePasskey, renamePasskey } from "./change-passkeys.ts";
export {
  Done,
  PasskeyForm,
  PasskeyNameField,
  PasskeyScript,
  Problem,
  passkeysPath,
  SigningForm,
} from "./pages/index.ts";
export {
  canSignIn,
  type NewPasskey,
  type Passkey,
  passkeyName,
  requireOtherWay,
} from "./passkey.ts";
export { noteUse, type Proven, provenBy } from "./proving.ts";
export {
  LastWayIn,
  PasskeyBound,
  PasskeyKnown,
  PasskeyRefused,
  PasskeyTooLate,
} from "./refusals.ts";
export { type RelyingParty, relyingParty } from "./relying-party.ts";
export { ceremonyOf, passkeyScript, type Told, toldOf } from "./routes-ceremony.ts";
export { passkeyRoutes } from "./routes-passkeys.ts";
export { askToSign, hasPasskey, noteSigned, signedAnswer } from "./routes-signing.ts";
export { forgetChallenges, passkeysOf } from "./store.ts";
