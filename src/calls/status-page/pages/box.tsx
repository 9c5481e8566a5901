import type { PropsWithChildren } from "hono/jsx";
import { Icon, type IconName, type Language } from "#platform";
import { type MessageKey, say } from "../messages.ts";

type BoxProps = PropsWithChildren<{
  language: Language;
  status: string;
  icon: IconName;
  tone: "calm" | "good" | "caution" | "danger" | "quiet";
  title: MessageKey;
  /** What the browser's tab says too, for what can't wait. */
  tab?: MessageKey;
}>;

/** The colour only repeats what the words and the drawing say. What can't wait is read out at once. */
export function Box({ language, status, icon, tone, title, tab, children }: BoxProps) {
  return (
    <div
      class={`call-says tone-${tone}`}
      role={tab ? "alert" : "status"}
      data-status={status}
      data-tab={tab && say(language, tab)}
    >
      <Icon name={icon} />
      <div>
        <p class="call-title">
          <strong>{say(language, title)}</strong>
        </p>
        {children}
      </div>
    </div>
  );
}
