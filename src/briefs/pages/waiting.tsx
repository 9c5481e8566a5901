import { type Language, Outcome } from "#platform";
import type { Body } from "../edition/index.ts";
import { say } from "../messages.ts";
import { headlineOf } from "../rendering/index.ts";
import { BriefArticle } from "./brief.tsx";
import { LostTranslations, TranslationsBeside } from "./translated.tsx";

export const waitingPath = "/staff/briefs/editions";

type WaitingProps = { language: Language; waiting: readonly { id: string; body: Body }[] };

export function WaitingPage({ language, waiting }: WaitingProps) {
  return (
    <>
      <h1>{say(language, "staff.title")}</h1>
      {waiting.length === 0 && <p>{say(language, "staff.none")}</p>}
      <ul class="links">
        {waiting.map(({ id, body }) => (
          <li>
            <a href={`${waitingPath}/${id}`}>{headlineOf(body)}</a>{" "}
            {say(language, "brief.edition", { number: body.number })}
          </li>
        ))}
      </ul>
    </>
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
    <>
      <h1>{say(language, "staff.title")}</h1>
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
      {body.is === "edition" && <LostTranslations edition={body} language={language} />}
      <BriefArticle body={body} language={language} />
      {body.is === "edition" && <TranslationsBeside edition={body} language={language} />}
    </>
  );
}
