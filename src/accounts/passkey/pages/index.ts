export { Done, PasskeyForm, PasskeyNameField, PasskeyScript, Problem } from "./passkey-form.tsx";
export { type Changeable, PasskeysPage, type PasskeysPageProps } from "./passkeys.tsx";
