import { type Language, LongText } from "#platform";
import { Problem } from "../../passkey/index.ts";
import { StaffFrame } from "../../staff/index.ts";
import { clientErasureReasons } from "../erasure.ts";
import { say } from "../messages.ts";

export type ErasureTyped = { account: string; reason: string; why: string };

type ErasurePageProps = { language: Language; problem?: string; typed?: ErasureTyped };

/** Where an administrator asks that a client is erased. */
export function ErasurePage({ language, problem, typed }: ErasurePageProps) {
  return (
    <StaffFrame language={language} path="/staff/people" title={say(language, "title")}>
      <p class="lead">{say(language, "lead")}</p>
      <p>{say(language, "two")}</p>
      {problem !== undefined && <Problem language={language} sentence={problem} />}
      <form method="post" action="/staff/erasures" class="card stack">
        <div class="field">
          <label for="account">{say(language, "account")}</label>
          <p class="hint" id="account-hint">
            {say(language, "account_hint")}
          </p>
          <input
            id="account"
            name="account"
            value={typed?.account ?? ""}
            maxlength={30}
            inputmode="numeric"
            autocomplete="off"
            required
            aria-describedby="account-hint"
          />
        </div>
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
    </StaffFrame>
  );
}
