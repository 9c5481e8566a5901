import type { Language } from "#platform";
import type { PhotoFound, RefusedMark, Screen } from "./found.ts";
import { say } from "./messages.ts";
import { sayWhy } from "./reading.ts";

/** What the pictures come to, each in a sentence. */
export function leadOfPhoto(language: Language, photo: PhotoFound): string[] {
  const { screens, refused, whyNot } = photo;
  const clients = new Set(screens.flatMap(({ shown }) => shown.map(({ client }) => client))).size;
  const count = refused.length;
  return [
    ...(screens.length > 0
      ? [say(language, "lead.screens", { count: screens.length, clients })]
      : []),
    ...(count > 0 ? [say(language, "lead.refused", { count })] : []),
    ...(screens.length + count === 0 ? [say(language, "lead.none")] : []),
    ...(whyNot ? [sayWhy(language, whyNot)] : []),
  ];
}

/** Which of a file's pictures were looked at, where not all were. */
export function lookedOf(language: Language, photo: PhotoFound): string | undefined {
  const { kind = "picture", pictures, of } = photo;
  const looked = pictures.length;
  return looked > 0 && looked < of ? say(language, "looked", { looked, of, kind }) : undefined;
}

/** What is known of one screen. @param number its mark's, from 1 */
export function aboutScreen(
  language: Language,
  { kind = "picture" }: PhotoFound,
  { minute, alias, seenIn, shown }: Screen,
  number: number,
): string[] {
  return [
    say(language, "screen.when", { minute }),
    say(language, "screen.session", { alias }),
    say(language, "screen.seen", { kind, number, count: seenIn }),
    ...(shown.length === 0 ? [say(language, "screen.shown.none")] : []),
  ];
}

/** Why a mark doesn't count. @param number its own, behind those that do */
export function aboutRefused(
  language: Language,
  { why, minute }: RefusedMark,
  number: number,
): string {
  return say(language, `refused.${why}`, { number, minute: minute ?? new Date(0) });
}
