import { Wrong } from "#accounts";
import type { Language } from "#platform";
import { messageLettersMax } from "../message/index.ts";
import { say } from "../messages.ts";

type UnsentPageProps = {
  language: Language;
  /** Why it wasn't sent, and what to do. */
  sentence: string;
  text: string;
  /** Which field of its form it is. */
  name?: string;
  /** Where it is sent once more, with what else stood in its form; nowhere when it can't be. */
  again?: { action: string; fields: readonly (readonly [name: string, value: string])[] };
  /** Where to sign in, in another tab. */
  signIn?: string;
};

/** What somebody wrote to a page that can't take it now: it stands here, and nowhere else. */
export function UnsentPage(props: UnsentPageProps) {
  const { language, sentence, text, name = "text", again, signIn } = props;
  return (
    <>
      <h1>{say(language, "unsent.title")}</h1>
      <Wrong label={say(language, "wrong")}>{sentence}</Wrong>
      {signIn && (
        <p>
          <a href={signIn} target="_blank" rel="noopener">
            {say(language, "unsent.sign_in")}
          </a>
        </p>
      )}
      <form method="post" action={again?.action} enctype="multipart/form-data" class="card stack">
        <label for="text">{say(language, "unsent.text")}</label>
        <textarea
          id="text"
          name={name}
          rows={8}
          maxlength={messageLettersMax}
          readonly={again === undefined}
        >
          {text}
        </textarea>
        {again?.fields.map(([field, value]) => (
          <input type="hidden" name={field} value={value} />
        ))}
        {again && (
          <p class="actions">
            <button type="submit">{say(language, "unsent.send")}</button>
          </p>
        )}
      </form>
    </>
  );
}
