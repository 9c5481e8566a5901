import type { Language } from "#platform";
import { say } from "../messages.ts";

type PasswordFormProps = { language: Language; back: string; email?: string | undefined };

/** Browsers offer passkeys in the field for the address, too. */
export function PasswordForm({ language, back, email = "" }: PasswordFormProps) {
  return (
    <form method="post" action="/sign-in/password">
      <label for="email">{say(language, "email")}</label>
      <input
        type="email"
        id="email"
        name="email"
        value={email}
        autocomplete="username webauthn"
        maxlength={254}
        dir="ltr"
        required
      />
      <label for="password">{say(language, "password")}</label>
      <input
        type="password"
        id="password"
        name="password"
        autocomplete="current-password"
        dir="ltr"
        required
      />
      <input type="hidden" name="back" value={back} />
      <p class="actions">
        <button type="submit" class="plain">
          {say(language, "sign_in.password.button")}
        </button>
      </p>
    </form>
  );
}
