import { type Language, LongText } from "#platform";
import { Problem } from "../../passkey/index.ts";
import { clientErasureReasons } from "../erasure.ts";
import { say } from "../messages.ts";
import { AccountField } from "./account-field.tsx";
import { Holds, type HoldsProps } from "./holds.tsx";

export type ErasureTold = {
  problem?: string;
  typed?: { account: string; reason: string; why: string };
};

type ErasurePageProps = {
  language: Language;
  /** For an administrator. */
  erasing: ErasureTold | undefined;
  /** For counsel. */
  holds: Omit<HoldsProps, "language"> | undefined;
};

/** Where an administrator asks that a client is erased, and counsel keeps the legal holds that refuse it. */
export function ErasurePage({ language, erasing, holds }: ErasurePageProps) {
  const title = say(language, erasing ? "title" : "holds.title");
  return (
    <>
      <h1>{title}</h1>
      {erasing && <Erasing language={language} {...erasing} />}
      {erasing && holds && <h2>{say(language, "holds.title")}</h2>}
      {holds && <Holds language={language} {...holds} />}
    </>
  );
}

function Erasing({ language, problem, typed }: { language: Language } & ErasureTold) {
  return (
    <>
      <p class="lead">{say(language, "lead")}</p>
      <p>{say(language, "two")}</p>
      <p>{say(language, "held")}</p>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <form method="post" action="/staff/erasures" class="card stack">
        <AccountField
          language={language}
          id="account"
          hint={say(language, "account_hint")}
          value={typed?.account}
        />
        <div class="field">
          <label for="reason">{say(language, "reason")}</label>
          <select id="reason" name="reason" required>
            <option value="">{say(language, "choose")}</option>
            {clientErasureReasons.map((reason) => (
              <option value={reason} selected={typed?.reason === reason}>
                {say(language, `reason.${reason}`)}
              </option>
            ))}
          </select>
        </div>
        <LongText
          name="why"
          label={say(language, "why")}
          hint={say(language, "why_hint")}
          rows={3}
          letters={{ max: 500 }}
          value={typed?.why ?? ""}
        />
        <p class="actions">
          <button type="submit" class="danger">
            {say(language, "ask")}
          </button>
        </p>
      </form>
    </>
  );
}
