/** What a picture of a screen comes as. */
export type PhotoKind = "picture" | "document" | "video";

/** Beginnings of files. A string stands at an offset. */
const beginnings: readonly (readonly [PhotoKind, ...(readonly [number, string])[]])[] = [
  ["picture", [0, "\x89PNG\r\n\x1a\n"]],
  ["picture", [0, "\xff\xd8\xff"]],
  ["picture", [0, "GIF87a"]],
  ["picture", [0, "GIF89a"]],
  ["picture", [0, "RIFF"], [8, "WEBP"]],
  ["document", [0, "%PDF-"]],
  ["video", [0, "\x1a\x45\xdf\xa3"]], // Matroska, WebM
  ["video", [0, "RIFF"], [8, "AVI "]],
];

/** Brands of files that begin with an `ftyp` box: those of pictures; every other is a video's (ISO 14496-12, 23008-12). */
const pictureBrands = /^(?:avi[fs]|hei[cmsx]|hev[cmsx]|mi[af]1|msf1)$/;

/** What a file is, by its first bytes and never by its name; undefined for what isn't read. */
export function photoKindOf(bytes: Uint8Array): PhotoKind | undefined {
  const head = Buffer.from(bytes.subarray(0, 16)).toString("latin1");
  const found = beginnings.find(([, ...marks]) =>
    marks.every(([offset, text]) => head.startsWith(text, offset)),
  );
  if (found) return found[0];
  if (!head.startsWith("ftyp", 4)) return undefined;
  return pictureBrands.test(head.slice(8, 12)) ? "picture" : "video";
}
