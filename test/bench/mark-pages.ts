import sharp from "sharp";
import { levelAt, type Tile } from "#mark";

/** A picture of the desk as a screen shows it: what a browser would draw, as far as a mark can tell. */
export type Page = {
  name: string;
  width: number;
  height: number;
  scale: number;
  grey: Uint8Array;
  /** What the product's own mark changes in Chromium, in levels of 255 of green. */
  change?: Float32Array;
};

const words =
  "client withdrawal address changed confirm ticket opened session approved waiting Lisbon Berlin device passkey the a of and to in was from with before 0x7fc3 2026-11-22 EUR 1,204.50 never asks answer policy".split(
    " ",
  );

type Look = {
  name: string;
  dark: boolean;
  scale: number;
  kind: "card" | "queue" | "article" | "document" | "form";
};

const looks: readonly Look[] = (["card", "queue", "article", "document", "form"] as const).flatMap(
  (kind) =>
    [false, true].map((dark) => ({
      name: `${kind} ${dark ? "dark" : "light"}`,
      dark,
      kind,
      scale: 1,
    })),
);

/** Ten pages, light and dark, drawn at so many device pixels to a pixel. */
export async function drawPages(scale: number, count = looks.length): Promise<Page[]> {
  return await Promise.all(looks.slice(0, count).map((look) => drawPage({ ...look, scale })));
}

async function drawPage({ name, dark, scale, kind }: Look): Promise<Page> {
  const [width, height] = [1280, 800];
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${body(kind, dark)}</svg>`,
  );
  const { data } = await sharp(svg)
    .flatten({ background: "white" })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { name, width: width * scale, height: height * scale, scale, grey: new Uint8Array(data) };
}

function body(kind: Look["kind"], dark: boolean): string {
  const [back, card, ink, rule] = dark
    ? ["#14171c", "#1d2128", "#d7dbe2", "#333a45"]
    : ["#f4f5f7", "#ffffff", "#1b1f26", "#d9dce2"];
  const parts = [
    `<rect width="1280" height="800" fill="${back}"/><rect width="220" height="800" fill="${card}"/>`,
  ];
  let drawn = kind.length;
  const next = (below: number) => {
    drawn = (drawn * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((drawn / 2_147_483_648) * below);
  };
  const text = (x: number, y: number, length: number, size = 15) => {
    const line = Array.from({ length }, () => words[next(words.length)]).join(" ");
    parts.push(
      `<text x="${x}" y="${y}" font-family="DejaVu Sans, sans-serif" font-size="${size}" fill="${ink}">${line}</text>`,
    );
  };
  for (let y = 40; y < 420; y += 38) text(24, y, 2, 14);
  const rows = { card: 9, queue: 17, article: 24, document: 30, form: 8 }[kind];
  const pitch = 700 / rows;
  parts.push(
    `<rect x="250" y="30" width="1000" height="740" rx="8" fill="${card}" stroke="${rule}"/>`,
  );
  for (let row = 0; row < rows; row++) {
    const y = 64 + row * pitch;
    text(
      280,
      y,
      { card: 3, queue: 3, article: 10, document: 12, form: 2 }[kind],
      kind === "document" ? 13 : 15,
    );
    if (kind === "queue") for (const x of [620, 860, 1080]) text(x, y, 1);
    if (kind === "card") text(640, y, 3);
    if (kind === "queue" || kind === "card")
      parts.push(`<path d="M250 ${y + pitch / 3}H1250" stroke="${rule}"/>`);
    if (kind === "form")
      parts.push(
        `<rect x="560" y="${y - 22}" width="420" height="34" rx="4" fill="${back}" stroke="${rule}"/>`,
      );
  }
  return parts.join("");
}

/** The page with its mark, as a browser composes the overlay: in whole levels. */
export function marked({ width, height, grey }: Page, tile: Tile): Uint8Array {
  const levels = new Uint8Array(grey.length);
  const left = (255 - tile.strength) / 255;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      levels[at] = Math.round((grey[at] ?? 0) * left + levelAt(tile, x, y));
    }
  return levels;
}
