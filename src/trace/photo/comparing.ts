import { type Comparison, compareLetters, type Image } from "#mark";
import type { Id } from "#platform";
import type { FieldName } from "#policy";
import { deskType, drawFreshLine } from "./fresh-line.ts";
import { type CannotOpen, openPhoto } from "./opening/index.ts";
import { afterMs, beforeMs, type PhotoDesk } from "./screens.ts";
import { looksAt } from "./store.ts";

/** The latest looks at a field: each has some minutes, and each minute more makes chance likelier. */
const looksMax = 500;
/** A line of text is small, and each of its pixels is looked at many times. */
export const partPixelsMax = 1_000_000;

/** A part of a picture, in its pixels. */
export type Part = { left: number; top: number; width: number; height: number };

/** What is compared: a text as it stands in the picture, whose it is, and how it is written there. */
export type ComparedValue = {
  text: string;
  client: Id<"client">;
  field: FieldName;
  /** The number of the text's first letter within the value, from 0. */
  first?: number;
  /** Of a font of this machine; without it, what the desk's pages fall back to. */
  family?: string | undefined;
  part?: Part | undefined;
};

/** The screen of a session in a minute, or why it doesn't count. */
type Whose = Awaited<ReturnType<PhotoDesk["accounts"]["screenMarks"]["sessionOf"]>>;

export type ValueComparison =
  | { is: "unopened"; why: CannotOpen }
  /** The part isn't in the picture, or too large; the picture has these pixels. */
  | { is: "no_part"; width: number; height: number }
  | Extract<Comparison, { is: "unlike" }>
  | (Extract<Comparison, { is: "named" | "nobody" }> & { whose: Whose | undefined });

/**
 * Which of the screens that could have shown a value, by the ledger's looks at it, has its letters where a picture has
 * them. It reads the first picture of a file, or a part of that, and nothing of the tile.
 */
export async function compareValue(
  { database, clock, accounts: { screenMarks } }: PhotoDesk,
  bytes: Uint8Array,
  { text, part, family = deskType.family, first = 0, ...of }: ComparedValue,
): Promise<ValueComparison> {
  const opened = await openPhoto(bytes);
  if (opened.is === "unopened") return opened;
  const [picture] = opened.pictures;
  if (!picture) return { is: "unopened", why: "damaged" };
  const { width, height } = picture;
  const image = part ? partOf(picture, part) : picture;
  if (!image || image.levels.length > partPixelsMax) return { is: "no_part", width, height };
  const candidates = [];
  for (const { session, at } of await looksAt(database, of, looksMax)) {
    const [from, to] = [at.getTime() - afterMs, at.getTime() + beforeMs];
    candidates.push(...(await screenMarks.payloadsOf(session, new Date(from), new Date(to))));
  }
  const line = await drawFreshLine(text, { ...deskType, family }, first);
  const compared = compareLetters(image, line, candidates, screenMarks.tileKey);
  if (compared.is === "unlike") return compared;
  const { is, payload } = compared;
  const whose =
    is === "named" && payload !== undefined
      ? await screenMarks.sessionOf(payload, clock())
      : undefined;
  return { ...compared, whose };
}

function partOf({ width, height, levels }: Image, part: Part): Image | undefined {
  const [right, bottom] = [part.left + part.width, part.top + part.height];
  if (part.width < 1 || part.height < 1 || right > width || bottom > height) return undefined;
  const cut = Float32Array.from({ length: part.width * part.height }, (_, at) => {
    const y = part.top + Math.floor(at / part.width);
    return levels[y * width + part.left + (at % part.width)] ?? 0;
  });
  return { width: part.width, height: part.height, levels: cut };
}
