import type { Language } from "#platform";
import { timeZones } from "../../slots/index.ts";
import { say } from "../messages.ts";
import { listPath } from "./list.tsx";
import { zoneName } from "./when.ts";

type ZoneFormProps = {
  language: Language;
  timeZone: string;
  /** Nobody chose it: the page's script sends the browser's, once. */
  isGuessed: boolean;
  /** The page to come back to. */
  back: string;
};

/** In which time zone times are shown, and another one by hand. */
export function ZoneForm({ language, timeZone, isGuessed, back }: ZoneFormProps) {
  const regions = Map.groupBy(timeZones, (zone) => zone.split("/")[0] ?? "");
  return (
    <details open={isGuessed}>
      <summary>{say(language, "times.zone", { zone: zoneName(timeZone) })}</summary>
      <form
        method="post"
        action={`${listPath}/zone`}
        data-time-zone={isGuessed ? "guessed" : "chosen"}
      >
        <label for="zone">{say(language, "times.zone.label")}</label>
        <select id="zone" name="zone">
          {[...regions].map(([region, zones]) => (
            <optgroup label={region}>
              {zones.map((zone) => (
                <option value={zone} selected={zone === timeZone}>
                  {zoneName(zone)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
        <p class="actions">
          <input type="hidden" name="back" value={back} />
          <button type="submit" class="plain small">
            {say(language, "times.zone.show")}
          </button>
        </p>
      </form>
    </details>
  );
}
