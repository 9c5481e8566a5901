export {
  assertionIn,
  type Ceremony,
  createdPasskey,
  creationOptions,
  ownerIn,
  requestOptions,
  verifiedUse,
} from "./ceremony.ts";
export { keepPasskey } from "./change-passkeys.ts";
export {
  Done,
  PasskeyForm,
  PasskeyNameField,
  PasskeyScript,
  Problem,
  passkeysPath,
  SigningForm,
} from "./pages/index.ts";
export { type NewPasskey, passkeyName } from "./passkey.ts";
export { noteUse, type Proven, provenBy } from "./proving.ts";
export { LastWayIn, NoSuchPasskey, PasskeyKnown, PasskeyRefused } from "./refusals.ts";
export { relyingParty } from "./relying-party.ts";
export { ceremonyOf, passkeyScript, toldOf } from "./routes-ceremony.ts";
export { passkeyRoutes } from "./routes-passkeys.ts";
export { askToSign, hasPasskey, noteSigned, signedAnswer } from "./routes-signing.ts";
export { forgetChallenges, passkeysOf } from "./store.ts";
