import type { Language } from "#platform";
import type { TypedAddress } from "../address-changes.ts";
import { say } from "../messages.ts";
import { networks } from "../network.ts";
import { labelCharactersMax } from "../withdrawal-address.ts";
import { addressesPath } from "./addresses.tsx";

export type NewAddressPageProps = {
  language: Language;
  linkMinutes: number;
  holdHours: number;
  /** What was typed before, when it was refused. */
  typed?: TypedAddress;
  problem?: string;
};

/** The form of a new address, with what happens after it. */
export function NewAddressPage(props: NewAddressPageProps) {
  const { language, linkMinutes, holdHours, problem } = props;
  return (
    <>
      <header>
        <h1>{say(language, "new.title")}</h1>
      </header>
      <p class="notice tone-caution">{say(language, "new.lead")}</p>
      {problem !== undefined && (
        <section
          class="notice tone-danger"
          role="alert"
          aria-label={say(language, "problem.label")}
        >
          <p>{problem}</p>
        </section>
      )}
      <AddressForm {...props} />
      <section>
        <h2>{say(language, "next.title")}</h2>
        <ol>
          <li>{say(language, "next.confirm", { minutes: linkMinutes })}</li>
          <li>{say(language, "next.hold", { hours: holdHours })}</li>
        </ol>
      </section>
      <p>
        <a href={addressesPath}>{say(language, "new.cancel")}</a>
      </p>
    </>
  );
}

function AddressForm({ language, typed }: NewAddressPageProps) {
  return (
    <form class="card stack" method="post" action={addressesPath}>
      <div>
        <label for="label">{say(language, "new.label")}</label>
        <p class="hint" id="label-hint">
          {say(language, "new.label.hint", { max: labelCharactersMax })}
        </p>
        <input
          id="label"
          name="label"
          value={typed?.label}
          maxlength={labelCharactersMax}
          autocomplete="off"
          aria-describedby="label-hint"
          required
        />
      </div>
      <div>
        <label for="network">{say(language, "new.network")}</label>
        <select id="network" name="network" required>
          <option value="">{say(language, "new.network.choose")}</option>
          {networks.map((network) => (
            <option value={network} selected={typed?.network === network}>
              {say(language, `network.${network}`)}
            </option>
          ))}
        </select>
      </div>
      <div>
        <label for="address">{say(language, "new.address")}</label>
        <p class="hint" id="address-hint">
          {say(language, "new.address.hint")}
        </p>
        <input
          id="address"
          name="address"
          value={typed?.address}
          maxlength={200}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-describedby="address-hint"
          required
        />
      </div>
      <p class="actions">
        <button type="submit">{say(language, "new.button")}</button>
      </p>
    </form>
  );
}
