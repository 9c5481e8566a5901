import { StaffFrame } from "#accounts";
import { type Language, Outcome } from "#platform";
import type { Body } from "../edition/index.ts";
import { say } from "../messages.ts";
import { headlineOf } from "../rendering/index.ts";
import { BriefArticle } from "./brief.tsx";

export const waitingPath = "/staff/briefs/editions";

type WaitingProps = { language: Language; waiting: readonly { id: string; body: Body }[] };

export function WaitingPage({ language, waiting }: WaitingProps) {
  return (
    <StaffFrame language={language} path={waitingPath} title={say(language, "staff.title")}>
      {waiting.length === 0 && <p>{say(language, "staff.none")}</p>}
      <ul class="links">
        {waiting.map(({ id, body }) => (
          <li>
            <a href={`${waitingPath}/${id}`}>{headlineOf(body)}</a>{" "}
            {say(language, "brief.edition", { number: body.number })}
          </li>
        ))}
      </ul>
    </StaffFrame>
  );
}

type PreparedProps = {
  language: Language;
  id: string;
  body: Body;
  sha256: string;
  /** Somebody was asked. */
  isAsked: boolean;
  /** Why nobody was asked just now, and what was typed. */
  refused?: { problem: string; reason: string } | undefined;
};

export function PreparedPage({ language, id, body, sha256, isAsked, refused }: PreparedProps) {
  return (
    <StaffFrame language={language} path={waitingPath} title={say(language, "staff.title")}>
      <Outcome problem={refused?.problem} />
      <p>
        <code>{sha256}</code>
      </p>
      {isAsked ? (
        <p role="status">{say(language, "staff.asked")}</p>
      ) : (
        <form class="stack" method="post" action={`${waitingPath}/${id}/ask`}>
          <label for="reason">{say(language, "staff.reason")}</label>
          <input id="reason" name="reason" value={refused?.reason} required maxlength={500} />
          <button type="submit">{say(language, "staff.ask")}</button>
        </form>
      )}
      <BriefArticle body={body} language={language} />
    </StaffFrame>
  );
}
