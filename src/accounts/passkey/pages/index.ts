export { Done, PasskeyForm, PasskeyNameField, PasskeyScript, Problem } from "./passkey-form.tsx";
export { type Changeable, PasskeysPage, passkeysPath } from "./passkeys.tsx";
export { SigningForm } from "./signing-form.tsx";
