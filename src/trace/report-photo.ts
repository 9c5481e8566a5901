import { z } from "@hono/zod-openapi";
import type { Language } from "#platform";
import type { Pseudonyms } from "./case/index.ts";
import { type MessageKey, say } from "./messages.ts";
import {
  aboutRefused,
  aboutScreen,
  leadOfPhoto,
  lookedOf,
  markRefusals,
  type PhotoFound,
  sayPhoto,
} from "./photo/index.ts";

const count = z.int().nonnegative();
const moment = z.iso.datetime();
const place = {
  picture: z.int().positive().openapi({ description: "Which picture, page or frame, from 1" }),
  outline: z.array(z.tuple([z.number(), z.number()])).openapi({ description: "In pixels" }),
  seen_in: count,
};

/** What pictures of screens say, for programs. */
export const photoSchema = z.object({
  kind: z.enum(["picture", "document", "video"]).nullable(),
  ...{ looked_at: count, of: count },
  screens: z.array(
    z.object({
      person: z.string(),
      session: z.string().openapi({ description: "What the session's pages call it" }),
      minute: moment,
      ...place,
      shown: z.array(z.object({ at: moment, client: z.int().positive(), field: z.string() })),
    }),
  ),
  refused: z.array(z.object({ why: z.enum(markRefusals), minute: moment.nullable(), ...place })),
  why_not: z.string().nullable(),
});

export type PhotoReport = z.infer<typeof photoSchema>;

type Placed = Pick<PhotoFound["refused"][number], "picture" | "outline" | "seenIn">;

export function photoReport(photo: PhotoFound, called: Pseudonyms): PhotoReport {
  const { kind = null, pictures, of, screens, refused, whyNot = null } = photo;
  const placeOf = ({ picture, outline, seenIn: seen_in }: Placed) => ({
    ...{ picture: picture + 1, seen_in },
    outline: outline.map(([x, y]): [number, number] => [x, y]),
  });
  return {
    ...{ kind, looked_at: pictures.length, of, why_not: whyNot },
    screens: screens.map(({ staff, alias: session, minute, shown, ...screen }) => ({
      ...{ person: called.of(staff), session, minute: minute.toISOString(), ...placeOf(screen) },
      shown: shown.map(({ at, client, field }) => ({ at: at.toISOString(), client, field })),
    })),
    refused: refused.map(({ why, minute, ...mark }) => ({
      ...{ why, minute: minute?.toISOString() ?? null, ...placeOf(mark) },
    })),
  };
}

/** The same in sentences, for people. */
export function photoText(language: Language, photo: PhotoFound, called: Pseudonyms): string[] {
  const { screens, refused } = photo;
  const looked = lookedOf(language, photo);
  return [
    ...leadOfPhoto(language, photo),
    ...(screens.length === 0 ? [sayPhoto(language, "lead.none.hint")] : []),
    ...(looked ? [looked] : []),
    ...screens.flatMap((screen, at) => [
      "",
      sayPhoto(language, "screen.title", { number: at + 1, called: called.of(screen.staff) }),
      ...aboutScreen(language, photo, screen, at + 1).map((sentence) => `- ${sentence}`),
      ...screen.shown.map((one) => {
        const field = say(language, `field.${one.field}` as MessageKey);
        return `- ${sayPhoto(language, "screen.shown.line", { ...one, field })}`;
      }),
    ]),
    ...(refused.length > 0 ? ["", sayPhoto(language, "refused.title")] : []),
    ...refused.map((mark, at) => `- ${aboutRefused(language, mark, screens.length + at + 1)}`),
  ];
}
