import { Icon } from "#platform";
import type { Worded } from "../wording.ts";

/** The never-ask list as every page shows it, in the policy's own words. */
export function NeverAskList({ items }: { items: readonly Worded<string>[] }) {
  return (
    <ul class="never-ask">
      {items.map(({ short, language }) => (
        <li>
          <Icon name="never" />
          <span lang={language}>{short}</span>
        </li>
      ))}
    </ul>
  );
}
