import { fileURLToPath } from "node:url";
import type { Image } from "#mark";
import { type Confinement, packageFolders, runConfined } from "#platform";
import { type CannotOpen, openingAnswer } from "./answer.ts";
import { type Grey, type Greys, Unopened } from "./grey.ts";
import { type PhotoKind, photoKindOf } from "./kind.ts";
import { photoLimits } from "./limits.ts";
import { framesOf } from "./video.ts";

/** The pictures of a file as they are, of so many that it has; or why there are none. */
type OpenedPhoto =
  | { is: "opened"; kind: PhotoKind; pictures: readonly Image[]; of: number; together: number }
  | { is: "unopened"; why: CannotOpen };

const program = fileURLToPath(new URL("opening-program.ts", import.meta.url));
const newline = 0x0a;

const confinement: Confinement = {
  readable: [
    new URL("./", import.meta.url),
    ...["../../", "../"].map((above) => new URL(`${above}package.json`, import.meta.url)),
    ...packageFolders("sharp", "@hyzyla/pdfium"),
  ],
  waitMs: 60_000,
  processorSeconds: 20,
  memoryBytes: 1_024 * 1024 * 1024,
  heapMegabytes: 256,
  answerBytes: 2 * photoLimits.pixels + 64 * 1024,
};

/**
 * Opens a picture (PNG, JPEG, WebP, AVIF, GIF), a PDF or a video: in a process of its own that has no key and nothing to
 * write to, for a bounded time and memory. Nothing is scaled, turned or encoded again. What breaks that process is damaged.
 */
export async function openPhoto(bytes: Uint8Array): Promise<OpenedPhoto> {
  if (bytes.length > photoLimits.bytes) return { is: "unopened", why: "too_big" };
  const kind = photoKindOf(bytes);
  if (!kind) return { is: "unopened", why: "no_picture" };
  try {
    const {
      pictures,
      of,
      together = 1,
    } = kind === "video"
      ? await framesOf(bytes)
      : readAnswer(await runConfined([program, kind], Buffer.from(bytes), confinement));
    return { is: "opened", kind, pictures: pictures.map(imageOf), of, together };
  } catch (error) {
    return { is: "unopened", why: error instanceof Unopened ? error.why : "damaged" };
  }
}

/** What the opening process says is checked like anything that a stranger sends. */
function readAnswer(bytes: Buffer): Greys {
  const end = bytes.indexOf(newline);
  const head = openingAnswer.parse(JSON.parse(bytes.toString("utf8", 0, Math.max(0, end))));
  if (head.is === "unopened") throw new Unopened(head.why);
  let start = end + 1;
  const pictures = head.pictures.map(({ width, height }): Grey => {
    const part = bytes.subarray(start, start + 2 * width * height);
    start += 2 * width * height;
    if (start > bytes.length) throw new Error("an opened picture has fewer levels");
    return { width, height, levels: new Uint16Array(new Uint8Array(part).buffer) };
  });
  if (start !== bytes.length) throw new Error("opening answered with more than it said");
  return { pictures, of: head.of };
}

function imageOf({ width, height, levels }: Grey): Image {
  return { width, height, levels: Float32Array.from(levels, (level) => level / 256) };
}
