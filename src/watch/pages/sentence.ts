import type { Language } from "#platform";
import type { KeptSignal } from "../case/index.ts";
import { say } from "../messages.ts";

/** What a detector saw, in words. */
export function sentenceOf(
  language: Language,
  { detector, figures, at }: Pick<KeptSignal, "detector" | "figures" | "at">,
): string {
  const { seen, ...others } = figures;
  if (detector === "decoy_hit" && typeof seen === "string") {
    return seen === "never"
      ? say(language, "signal.decoy_hit.never", others)
      : say(language, "signal.decoy_hit", { among: 1, ...others, seen: new Date(seen) });
  }
  return say(language, `signal.${detector}`, { ...figures, at });
}
