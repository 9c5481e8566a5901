import { Away, KeyList, LiveScript } from "#accounts";
import { type Language, Linked } from "#platform";
import { NeverAskList, type Worded } from "#policy";
import type { Call } from "../../call/index.ts";
import type { Leg } from "../../leg/index.ts";
import { CallControls } from "../../talking/index.ts";
import { type MessageKey, say } from "../messages.ts";
import { consoleScript } from "../script.ts";
import { Facts } from "./facts.tsx";
import { Standing } from "./standing.tsx";

export type ConsolePageProps = {
  language: Language;
  call: Call;
  /** The client's public account id. */
  account: string;
  /** The agent's own, in which times are told. */
  timeZone: string;
  windowSeconds: number;
  /** The newest try, and whether somebody vouches for it. */
  leg: Leg | undefined;
  isUp: boolean;
  neverAsk: readonly Worded<string>[];
  now: Date;
};

const keys = ["c", "h", "m", "u", "question"] as const;

/** Sentences that the page's script says. */
const words: readonly MessageKey[] = [
  ...(["ringing", "connected", "reconnecting", "muted", "unreachable", "signed_out"] as const),
  ...(["microphone.refused", "microphone.missing", "microphone.busy"] as const),
];

/** An agent's page of one call: whom, why, the one button that calls, and the sound. */
export function ConsolePage(props: ConsolePageProps) {
  const { language, call, account, neverAsk } = props;
  const path = `/staff/calls/${call.id}`;
  const listed = keys.map((key) => ({
    key: say(language, `keys.${key}`),
    does: say(language, `keys.${key}.does`),
  }));
  return (
    <>
      <h1>{say(language, "title", { account })}</h1>
      <Away
        offline={say(language, "live.offline")}
        gone={say(language, "live.gone")}
        back="/staff/calls"
      />
      <noscript>
        <p class="notice tone-caution">{say(language, "no_script")}</p>
      </noscript>
      <p>
        <Linked sentence={say(language, "back")} href="/staff/calls" />
      </p>
      <p class="notice tone-danger" role="alert" data-put="problem" hidden />
      <div class="stack" data-console={path} data-stream={`${path}/stream`} data-up="/staff/calls">
        <div class="card stack" data-when="waiting ringing talking elsewhere over">
          <div class="stack" data-live="standing">
            <Standing {...props} />
          </div>
        </div>
        <Unknown language={language} />
        <p class="notice tone-caution" data-when="elsewhere" hidden>
          {say(language, "elsewhere")}
        </p>
        <Sound language={language} />
        <div data-live="facts">
          <Facts {...props} />
        </div>
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
      <KeyList title={say(language, "keys.title")} keys={listed} />
      <LiveScript />
      <script type="module" src={consoleScript.path} />
    </>
  );
}

/** What the page was told holds no more. */
function Unknown({ language }: { language: Language }) {
  return (
    <section class="notice tone-danger stack" role="alert" data-when="unknown" hidden>
      <p>{say(language, "unknown")}</p>
      <p>
        <button type="button" class="danger" data-do="hang-up">
          {say(language, "hang_up")}
        </button>
      </p>
    </section>
  );
}

/** While a leg is up: how it goes, mute, hang up, devices. The script shows it. */
function Sound({ language }: { language: Language }) {
  return (
    <section class="card stack" data-when="ringing talking" hidden>
      <p>
        <span role="status" data-put="connection" />{" "}
        <span class="muted">
          {say(language, "timer")} <span role="timer" data-put="timer" />
        </span>
      </p>
      <p class="error" role="status" data-put="muted" hidden />
      <p class="actions">
        <button type="button" class="danger" data-do="hang-up" data-key="h">
          {say(language, "hang_up")}
        </button>{" "}
        <button type="button" class="plain" data-do="mute" data-key="m" aria-pressed="false">
          {say(language, "mute")}
        </button>
      </p>
      <CallControls
        words={{
          own: say(language, "level.own"),
          other: say(language, "level.other"),
          devices: say(language, "devices"),
          microphone: say(language, "microphone"),
          output: say(language, "output"),
        }}
      />
    </section>
  );
}
