import { clockTime, type Language } from "#platform";
import type { Protection } from "../../lock/index.ts";
import { type MessageKey, say } from "../messages.ts";
import { standingOf, type WithdrawalAddress } from "../withdrawal-address.ts";

export const addressesPath = "/account/addresses";

type AddressesPageProps = {
  language: Language;
  addresses: readonly WithdrawalAddress[];
  protection: Protection;
  /** How long the link in our mail opens. */
  linkMinutes: number;
  now: Date;
  done?: MessageKey;
};

/** The addresses that money can be sent to, and how each stands. */
export function AddressesPage(props: AddressesPageProps) {
  const { language, addresses, protection, done } = props;
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, "lead")}</p>
      </header>
      {done && (
        <p class="notice tone-good" role="status">
          {say(language, done)}
        </p>
      )}
      {addresses.length === 0 && <p>{say(language, "empty")}</p>}
      <ul class="cards">
        {addresses.map((address) => (
          <li class="card">
            <AddressCard {...props} address={address} />
          </li>
        ))}
      </ul>
      <AddLink language={language} protection={protection} />
    </>
  );
}

function AddLink({ language, protection }: { language: Language; protection: Protection }) {
  if (protection.account.is === "locked") {
    return <p class="notice tone-danger">{say(language, "blocked.account")}</p>;
  }
  if (protection.settings.is !== "open") {
    return <p class="notice tone-caution">{say(language, "blocked.settings")}</p>;
  }
  return (
    <p>
      <a class="button" href={`${addressesPath}/new`}>
        {say(language, "add.begin")}
      </a>
    </p>
  );
}

function AddressCard(props: AddressesPageProps & { address: WithdrawalAddress }) {
  const { language, address, linkMinutes, now } = props;
  const { id, label, network, mask, addedAt } = address;
  return (
    <>
      <h2>{label}</h2>
      <p>
        {say(language, `network.${network}`)} <samp>{mask}</samp>
      </p>
      <p>{stateOf(language, address, linkMinutes, now)}</p>
      <p class="small muted">{say(language, "added", { at: addedAt })}</p>
      <details>
        <summary aria-label={say(language, "remove.title", { label })}>
          {say(language, "remove")}
        </summary>
        <p>{say(language, "remove.lead")}</p>
        <form method="post" action={`${addressesPath}/${id}/remove`}>
          <p class="actions">
            <button type="submit" class="plain">
              {say(language, "remove")}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

function stateOf(
  language: Language,
  address: WithdrawalAddress,
  minutes: number,
  now: Date,
): string {
  const standing = standingOf(address, now);
  switch (standing.is) {
    case "to_confirm":
      return say(language, "state.to_confirm", { minutes });
    case "held": {
      const { until } = standing;
      return say(language, "state.held", { until, time: clockTime(until) });
    }
    case "usable":
      return say(language, "state.usable");
  }
}
