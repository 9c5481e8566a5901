import type { Language } from "#platform";
import { type Channel, channels } from "../../leg/index.ts";
import { say as sayOfCalls } from "../../messages.ts";
import { say } from "../messages.ts";

export const loadPath = "/staff/calls/load";

export const spans = [7, 28] as const;
export type Span = (typeof spans)[number];

/** What its reader wants to see. */
export type Chosen = { days: Span; language: string | undefined; channel: Channel | undefined };

type FilterProps = { language: Language; chosen: Chosen; languages: readonly string[] };

export function Filter({ language, chosen, languages }: FilterProps) {
  const names = new Intl.DisplayNames([language.tag], { type: "language" });
  return (
    <form method="get" action={loadPath}>
      <div class="fields">
        <Choice
          name="days"
          label={say(language, "filter.days")}
          options={spans.map((days) => [String(days), say(language, `filter.days.${days}`)])}
          chosen={String(chosen.days)}
        />
        <Choice
          name="language"
          label={say(language, "filter.language")}
          options={[
            ["", say(language, "filter.all")],
            ...languages.map((tag): [string, string] => [tag, names.of(tag) ?? tag]),
          ]}
          chosen={chosen.language ?? ""}
        />
        <Choice
          name="channel"
          label={say(language, "filter.channel")}
          options={[
            ["", say(language, "filter.all")],
            ...channels.map((one): [string, string] => [
              one,
              sayOfCalls(language, `channel.${one}`),
            ]),
          ]}
          chosen={chosen.channel ?? ""}
        />
      </div>
      <p class="actions">
        <button type="submit" class="plain">
          {say(language, "filter.submit")}
        </button>
      </p>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  options: readonly (readonly [string, string])[];
  chosen: string;
};

function Choice({ name, label, options, chosen }: ChoiceProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}
