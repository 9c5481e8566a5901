import type { Language } from "#platform";
import type { FieldName } from "#policy";
import { say as sayVault } from "../../messages.ts";
import { say } from "../messages.ts";

type ButtonProps = { language: Language; path: string; field: FieldName };

/** On the card, beside a restricted field that the client approved. It sends the card's own form, with its reason. */
export function SecondPersonButton({ language, path, field }: ButtonProps) {
  const name = sayVault(language, `field.${field}`);
  return (
    <button
      type="submit"
      class="small plain"
      id={`second-${field}`}
      formaction={`${path}/${field}/second-person`}
      aria-label={say(language, "second.ask_label", { field: name })}
    >
      {say(language, "second.ask")}
    </button>
  );
}
