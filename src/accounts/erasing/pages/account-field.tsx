import { describedBy, Labelled, type Language } from "#platform";
import { say } from "../messages.ts";

type AccountFieldProps = {
  language: Language;
  id: string;
  hint: string;
  value: string | undefined;
};

/** Where a client's public account id is typed. */
export function AccountField({ language, id, hint, value = "" }: AccountFieldProps) {
  return (
    <Labelled name={id} label={say(language, "account")} hint={hint}>
      <input
        id={id}
        name="account"
        value={value}
        maxlength={30}
        inputmode="numeric"
        autocomplete="off"
        required
        aria-describedby={describedBy({ name: id, hint })}
      />
    </Labelled>
  );
}
