import type { PropsWithChildren } from "hono/jsx";
import { Icon, type IconName, type Language, type Tone } from "#platform";
import { type MessageKey, say } from "../messages.ts";
import type { Light } from "../publishing/index.ts";

const looks: Record<Light, { tone: Tone; icon: IconName }> = {
  green: { tone: "good", icon: "check" },
  amber: { tone: "caution", icon: "warning" },
  red: { tone: "danger", icon: "stop" },
};

type FindingCardProps = PropsWithChildren<{
  language: Language;
  light: Light;
  title: MessageKey;
  /** What to do about it; nothing when all is well. */
  remedy: MessageKey | undefined;
}>;

/** One thing that is well or isn't: by a word, a shape and a colour, and with what to do. */
export function FindingCard({ language, light, title, remedy, children }: FindingCardProps) {
  return (
    <section class={`verdict tone-${looks[light].tone}`} aria-labelledby={title}>
      <h2 id={title}>{say(language, title)}</h2>
      <LightLine language={language} light={light} />
      {children}
      {remedy && (
        <>
          <h3>{say(language, "log.do")}</h3>
          <p>{say(language, remedy)}</p>
        </>
      )}
    </section>
  );
}

/** The light alone. */
export function LightLine({ language, light }: { language: Language; light: Light }) {
  const { tone, icon } = looks[light];
  return (
    <p class={`light tone-${tone}`}>
      <Icon name={icon} />
      <strong>{say(language, `light.${light}`)}</strong>
    </p>
  );
}
