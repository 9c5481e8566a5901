import type { PropsWithChildren } from "hono/jsx";
import { type Language, Notice } from "#platform";
import { type MessageKey, say } from "../messages.ts";
import { passkeyNameLettersMax } from "../passkey.ts";

/** What the script may say, by the names that it has for it. */
const scriptWords = [
  "busy",
  "problem.cancelled",
  "problem.timeout",
  "problem.known",
  "problem.unable",
  "problem.address",
  "problem.device",
  "problem.offline",
  "problem.too_many",
] as const satisfies MessageKey[];

type PasskeyFormProps = PropsWithChildren<{
  language: Language;
  /** To make a passkey, or to sign with one. */
  asks: "create" | "get";
  /** Where the answer is posted; what to ask comes from `options` below it. */
  action: string;
  back?: string;
  button: string;
  /** It also offers passkeys in the page's field for the e-mail address. */
  offersInField?: boolean;
}>;

/** A button that asks an authenticator. The page's script shows it: without JavaScript it could do nothing. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { language, asks, action, back, button, offersInField, children } = props;
  return (
    <>
      <form
        method="post"
        action={action}
        data-passkey={asks}
        data-options={`${action}/options`}
        data-field={offersInField ? "" : undefined}
        hidden
      >
        {children}
        <input type="hidden" name="answer" />
        {back !== undefined && <input type="hidden" name="back" value={back} />}
        <p class="error" data-is="problem" role="alert" hidden />
        <p class="actions">
          <button type="submit">{button}</button>
        </p>
      </form>
      <noscript>
        <p class="notice tone-caution">{say(language, "noscript")}</p>
      </noscript>
    </>
  );
}

/** Once on each page with such forms: the script, and what it may say. */
export function PasskeyScript({ language, path }: { language: Language; path: string }) {
  return (
    <>
      <p class="notice tone-caution" id="no-passkeys" hidden>
        {say(language, "unsupported")}
      </p>
      <ul id="passkey-words" hidden>
        {scriptWords.map((key) => (
          <li data-key={key.replace("problem.", "")}>{say(language, key)}</li>
        ))}
      </ul>
      <script type="module" src={path} />
    </>
  );
}

/** What went wrong with what was sent, above the form that it was sent with. */
export function Problem({ language, sentence }: { language: Language; sentence: string }) {
  return (
    <Notice tone="danger" label={say(language, "problem.label")}>
      <p role="alert">{sentence}</p>
    </Notice>
  );
}

/** What was done. */
export function Done({ language, sentence }: { language: Language; sentence: string }) {
  return (
    <Notice tone="good" label={say(language, "done.label")}>
      <p role="status">{sentence}</p>
    </Notice>
  );
}

/** What its owner calls a new passkey. */
export function PasskeyNameField({ language, name }: { language: Language; name: string }) {
  return (
    <>
      <label for="passkey-name">{say(language, "name")}</label>
      <p class="hint" id="passkey-name-hint">
        {say(language, "name.hint")}
      </p>
      <input
        id="passkey-name"
        name="name"
        value={name}
        maxlength={passkeyNameLettersMax}
        autocomplete="off"
        aria-describedby="passkey-name-hint"
      />
    </>
  );
}
