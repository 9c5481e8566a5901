import type { Language } from "#platform";
import { passkeyScript } from "../routes-ceremony.ts";
import { PasskeyForm, PasskeyScript } from "./passkey-form.tsx";

type SigningFormProps = {
  language: Language;
  /** Where the answer is posted; `options` below it answers what to sign. */
  action: string;
  button: string;
  /** The page's script comes with one of its forms. */
  hasScript: boolean;
};

/** A button by which a client signs with a passkey. */
export function SigningForm({ language, action, button, hasScript }: SigningFormProps) {
  return (
    <>
      <PasskeyForm language={language} asks="get" action={action} button={button} />
      {hasScript && <PasskeyScript language={language} path={passkeyScript.path} />}
    </>
  );
}
