import type { Child } from "hono/jsx";
import type { Language } from "#platform";
import { say as sayCalls } from "../../messages.ts";
import { say } from "../messages.ts";
import type { ConsolePageProps } from "./console.tsx";
import { momentIn } from "./times.ts";

/** Whom, why, and from which devices: nothing of the client but the public account id. */
export function Facts({ language, call, account, timeZone, leg }: ConsolePageProps) {
  const at = (moment: Date) => momentIn(language, timeZone, moment);
  const device = (since: Date | undefined) =>
    since ? say(language, "device.since", { at: at(since) }) : say(language, "device.unknown");
  const answering = leg?.session ? device(leg.deviceSince) : say(language, "device.none");
  return (
    <dl class="facts">
      <Fact term={say(language, "direction")}>{say(language, "direction.value")}</Fact>
      <Fact term={say(language, "topic")}>{sayCalls(language, `topic.${call.topic}`)}</Fact>
      <Fact term={say(language, "language")}>{languageName(language, call.language)}</Fact>
      <Fact term={say(language, "channel")}>{sayCalls(language, `channel.${call.channel}`)}</Fact>
      <Fact term={say(language, "account")}>{account}</Fact>
      <Fact term={say(language, "booked")}>{at(call.startsAt)}</Fact>
      <Fact term={say(language, "asked")}>{at(call.askedAt)}</Fact>
      <Fact term={say(language, "asking_device")}>{device(call.deviceSince)}</Fact>
      {call.channel === "browser" && (
        <Fact term={say(language, "answering_device")}>{answering}</Fact>
      )}
    </dl>
  );
}

function Fact({ term, children }: { term: string; children?: Child }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function languageName({ tag }: Language, of: string): string {
  return new Intl.DisplayNames([tag], { type: "language" }).of(of) ?? of;
}
