import { describedBy, Labelled, type Language, LongText } from "#platform";
import { Done, Problem } from "../../passkey/index.ts";
import {
  type ClientHolds,
  holdReasonLettersMax,
  holdsListedMax,
  type ShownHold,
} from "../legal-hold.ts";
import { say } from "../messages.ts";
import { AccountField } from "./account-field.tsx";

const path = "/staff/erasures/holds";

/** What counsel did on the page, and what became of it. */
export type HoldsTold = {
  problem?: string | undefined;
  done?: string | undefined;
  /** One client's holds, which were read just now. */
  read?: ClientHolds | undefined;
  typed?: {
    placing?: { account: string; reason: string };
    reading?: string;
    lifting?: { hold: string; why: string };
  };
};

export type HoldsProps = HoldsTold & { language: Language; standing: readonly ShownHold[] };

/** Where counsel places legal holds, reads them and asks that one is lifted. */
export function Holds({ language, standing, problem, done, read, typed }: HoldsProps) {
  return (
    <>
      <p class="lead">{say(language, "holds.lead")}</p>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      {done !== undefined && <Done language={language} sentence={done} />}
      {read && <Read language={language} {...read} lifting={typed?.lifting} />}
      <Placing language={language} typed={typed?.placing} />
      <Standing language={language} standing={standing} />
      <Reading language={language} typed={typed?.reading} />
    </>
  );
}

type ReadProps = ClientHolds & {
  language: Language;
  lifting: { hold: string; why: string } | undefined;
};

/** The holds on one client, each with its reason and the way to lift it. */
function Read({ language, account, holds, lifting }: ReadProps) {
  return (
    <section aria-labelledby="read">
      <h2 id="read">{say(language, "holds.of", { account })}</h2>
      {holds.length === 0 && <p>{say(language, "holds.of.none")}</p>}
      {holds.map(({ hold, reason, ...placed }) => (
        <article class="card" aria-labelledby={`reason-${hold}`}>
          <h3 id={`reason-${hold}`} dir="auto">
            {reason}
          </h3>
          <p>{placedIn(language, placed)}</p>
          <form method="post" action={`${path}/${hold}/lift`}>
            <LongText
              name={`why-${hold}`}
              field="why"
              label={say(language, "lift.why")}
              hint={say(language, "why_hint")}
              letters={{ max: holdReasonLettersMax }}
              value={lifting?.hold === hold ? lifting.why : ""}
            />
            <p class="actions">
              <button type="submit" class="danger">
                {say(language, "lift.ask")}
              </button>
            </p>
          </form>
        </article>
      ))}
    </section>
  );
}

type PlacingProps = { language: Language; typed: { account: string; reason: string } | undefined };

function Placing({ language, typed }: PlacingProps) {
  const hint = say(language, "holds.reason_hint");
  return (
    <section class="card" aria-labelledby="place">
      <h2 id="place">{say(language, "holds.place")}</h2>
      <p>{say(language, "holds.place.lead")}</p>
      <form method="post" action={path}>
        <AccountField
          language={language}
          id="held-account"
          hint={say(language, "holds.account_hint")}
          value={typed?.account}
        />
        <Labelled name="held-reason" label={say(language, "holds.reason")} hint={hint}>
          <input
            id="held-reason"
            name="reason"
            value={typed?.reason ?? ""}
            maxlength={holdReasonLettersMax}
            autocomplete="off"
            required
            aria-describedby={describedBy({ name: "held-reason", hint })}
          />
        </Labelled>
        <p class="actions">
          <button type="submit">{say(language, "holds.place.button")}</button>
        </p>
      </form>
    </section>
  );
}

/** Who placed which hold when. On whom and why is read one client at a time: there is no list of clients. */
function Standing({ language, standing }: { language: Language; standing: readonly ShownHold[] }) {
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{say(language, "holds.standing")}</h2>
      <p>{say(language, standing.length === 0 ? "holds.standing.none" : "holds.standing.lead")}</p>
      {standing.slice(0, holdsListedMax).map(({ hold, ...placed }) => (
        <form method="post" action={`${path}/read`} class="card vote">
          <input type="hidden" name="hold" value={hold} />
          <span id={`placed-${hold}`}>{placedIn(language, placed)}</span>
          <button type="submit" class="plain" aria-describedby={`placed-${hold}`}>
            {say(language, "holds.read.button")}
          </button>
        </form>
      ))}
      {standing.length > holdsListedMax && (
        <p>{say(language, "holds.standing.more", { count: holdsListedMax })}</p>
      )}
    </section>
  );
}

function Reading({ language, typed }: { language: Language; typed: string | undefined }) {
  return (
    <section class="card" aria-labelledby="reading">
      <h2 id="reading">{say(language, "holds.read")}</h2>
      <form method="post" action={`${path}/read`}>
        <AccountField
          language={language}
          id="read-account"
          hint={say(language, "holds.read.hint")}
          value={typed}
        />
        <p class="actions">
          <button type="submit" class="plain">
            {say(language, "holds.read.button")}
          </button>
        </p>
      </form>
    </section>
  );
}

function placedIn(language: Language, { placedAt: at, placedBy }: Omit<ShownHold, "hold">): string {
  const by = placedBy ?? say(language, "holds.by.unknown");
  return say(language, "holds.placed_by", { at, by });
}
