import { type Language, Notice } from "#platform";
import { NeverAskList, type Worded } from "#policy";
import type { Call } from "../../call/index.ts";
import { say as sayCalls } from "../../messages.ts";
import { momentIn } from "../../reporting/index.ts";
import { type MessageKey, say } from "../messages.ts";
import { talkScript } from "../script.ts";
import { Talking } from "./talking.tsx";

type TalkPageProps = {
  language: Language;
  call: Pick<Call, "id" | "topic" | "channel" | "startsAt" | "timeZone">;
  neverAsk: readonly Worded<string>[];
};

/** Sentences that the page's script says. */
const words: readonly MessageKey[] = [
  ...(["connecting", "connected", "reconnecting", "listening"] as const),
  ...(["ringing.title", "ringing.body", "words.right", "words.wrong"] as const),
  ...(["microphone.refused", "microphone.missing", "microphone.busy", "microphone.works"] as const),
  ...(["over.completed", "over.cancelled", "over.no_answer", "over.declined"] as const),
  ...(["over.lapsed", "over.failed", "over.busy", "over.mismatch", "over.reported"] as const),
  ...(["unreachable", "signed_out"] as const),
];

/** The client's page of a call in the browser. Each part of it is for one state of the call; the script shows which. */
export function TalkPage(props: TalkPageProps) {
  const { language, call, neverAsk } = props;
  const path = `/account/calls/${call.id}`;
  const isPhone = call.channel === "phone";
  return (
    <>
      <header>
        <h1>{say(language, "title")}</h1>
        <p class="lead">{say(language, isPhone ? "lead.phone" : "lead")}</p>
      </header>
      <noscript>
        <Notice tone="caution" label={say(language, "title")}>
          <p>{say(language, "no_script")}</p>
        </Notice>
      </noscript>
      <div class="stack" data-talk={path} data-channel={call.channel}>
        <p class="notice tone-danger" role="alert" data-put="problem" hidden />
        <Waiting {...props} />
        <Ringing language={language} isPhone={isPhone} />
        {!isPhone && <NoMicrophone language={language} />}
        <Talking language={language} approvePath={isPhone ? `${path}/approve` : undefined} />
        <Elsewhere language={language} />
        <Unknown language={language} />
        <Over language={language} path={path} />
        <section aria-labelledby="never">
          <h2 id="never">{say(language, "never")}</h2>
          <NeverAskList items={neverAsk} />
        </section>
      </div>
      <ul id="call-words" hidden>
        {words.map((key) => (
          <li data-key={key}>{say(language, key)}</li>
        ))}
      </ul>
      <script type="module" src={talkScript.path} />
    </>
  );
}

function Waiting({ language, call }: TalkPageProps) {
  const when = momentIn(language, call.timeZone, call.startsAt);
  const isPhone = call.channel === "phone";
  return (
    <section class="card stack" aria-labelledby="waiting" data-when="waiting">
      <h2 id="waiting">{say(language, "waiting.title")}</h2>
      <p>{say(language, isPhone ? "waiting.lead.phone" : "waiting.lead")}</p>
      <p>
        {say(language, "booked", { when })}{" "}
        {say(language, "about", { topic: sayCalls(language, `topic.${call.topic}`) })}
      </p>
      {!isPhone && <Ready language={language} />}
    </section>
  );
}

/** Beforehand: sound is let be heard, and the microphone is asked for while nobody waits. */
function Ready({ language }: { language: Language }) {
  return (
    <>
      <p>
        <button type="button" data-do="ready" aria-describedby="ready-lead">
          {say(language, "ready.button")}
        </button>
      </p>
      <p class="hint" id="ready-lead">
        {say(language, "ready.lead")}
      </p>
      <div role="status" data-ready hidden>
        <p>
          <strong>{say(language, "ready.done")}</strong>
        </p>
        <p data-put="microphone-test" />
        <button type="button" class="plain" data-do="notify" hidden>
          {say(language, "notify")}
        </button>
      </div>
    </>
  );
}

function Ringing({ language, isPhone }: { language: Language; isPhone: boolean }) {
  return (
    <section
      class="verdict tone-good stack"
      aria-labelledby="ringing"
      role="alert"
      data-when="ringing"
      hidden
    >
      <h2 id="ringing">{say(language, "ringing.title")}</h2>
      <p data-put="who" />
      {isPhone && <p>{say(language, "ringing.phone")}</p>}
      <p class="actions">
        {!isPhone && (
          <button type="button" data-do="answer">
            {say(language, "ringing.answer")}
          </button>
        )}{" "}
        <button type="button" class="plain" data-do="hang-up">
          {say(language, "ringing.decline")}
        </button>
      </p>
    </section>
  );
}

function NoMicrophone({ language }: { language: Language }) {
  return (
    <section
      class="notice tone-caution"
      aria-labelledby="microphone-missing"
      data-when="microphone"
      hidden
    >
      <h2 id="microphone-missing">{say(language, "microphone.title")}</h2>
      <p role="alert" data-put="microphone" />
      <p class="actions">
        <button type="button" data-do="answer">
          {say(language, "microphone.again")}
        </button>{" "}
        <button type="button" class="plain" data-do="listen">
          {say(language, "microphone.listen")}
        </button>{" "}
        <button type="button" class="plain" data-do="hang-up">
          {say(language, "ringing.decline")}
        </button>
      </p>
    </section>
  );
}

function Elsewhere({ language }: { language: Language }) {
  return (
    <section
      class="verdict tone-caution stack"
      aria-labelledby="elsewhere"
      role="alert"
      data-when="elsewhere"
      hidden
    >
      <h2 id="elsewhere">{say(language, "elsewhere.title")}</h2>
      <p data-put="who" />
      <p>{say(language, "elsewhere.lead")}</p>
      <p>
        <button type="button" class="danger" data-do="hang-up">
          {say(language, "elsewhere.stop")}
        </button>
      </p>
    </section>
  );
}

/** What the page was told holds no more: whether it is us, nobody vouches for. */
function Unknown({ language }: { language: Language }) {
  return (
    <section
      class="verdict tone-caution stack"
      aria-labelledby="unknown"
      role="alert"
      data-when="unknown"
      hidden
    >
      <h2 id="unknown">{say(language, "unknown.title")}</h2>
      <p>{say(language, "unknown.lead")}</p>
      <p>
        <button type="button" class="danger" data-do="hang-up">
          {say(language, "hang_up")}
        </button>
      </p>
    </section>
  );
}

function Over({ language, path }: { language: Language; path: string }) {
  return (
    <section class="card stack" aria-labelledby="over" data-when="over" hidden>
      <h2 id="over" tabindex={-1}>
        {say(language, "over.title")}
      </h2>
      <p role="status" data-put="over" />
      <p class="actions">
        <a class="button" href={`${path}/after`} data-after hidden>
          {say(language, "after")}
        </a>{" "}
        <a class="button plain" href="/account/calls">
          {say(language, "calls")}
        </a>
      </p>
    </section>
  );
}
