import { refuse } from "./refusal.ts";
import { checkSize } from "./size.ts";
import { type Tile, tileLevelMax, tileWidth } from "./tile.ts";

/** The longest path of a safe index has 41 characters. */
const pathCharactersMax = 64;

/** A bundle of the entries whose hashes are the tile of that index on level 0. */
export type Bundle = { level: "entries"; index: number; width: number };

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`: tlog-tiles, "Merkle Tree" and "Log entries". */
export function printTilePath({ level, index, width }: Tile | Bundle): string {
  const isLevel =
    level === "entries" || (Number.isInteger(level) && level >= 0 && level <= tileLevelMax);
  if (!isLevel) refuse("malformed", `The tile level is ${level}, not 0 to ${tileLevelMax}.`);
  if (!Number.isInteger(width) || width < 1 || width > tileWidth) {
    refuse("malformed", `The tile width is ${width}; tiles have 1 to ${tileWidth} hashes.`);
  }
  // "Full tiles" have no suffix: "the .p/<W> suffix is only present for partial tiles".
  return `tile/${level}/${printIndex(index)}${width === tileWidth ? "" : `.p/${width}`}`;
}

/** Throws `malformed` for everything that `printTilePath` doesn't print: each tile has one path. */
export function parseTilePath(path: string): Tile | Bundle {
  const form = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;
  const [, level, digits = "", width] =
    (path.length <= pathCharactersMax && form.exec(path)) || refuse("malformed", notATile);
  const place = {
    index: checkSize(Number(digits.replace(/[x/]/g, "")), "tile index"),
    width: width === undefined ? tileWidth : Number(width),
  };
  const tile: Tile | Bundle =
    level === "entries" ? { level, ...place } : { level: Number(level), ...place };
  // Leading zeroes, `x000/` and `.p/256` are other spellings of a tile that has a path already.
  return printTilePath(tile) === path ? tile : refuse("malformed", notATile);
}

const notATile =
  "The path is no tile's: write tile/<level>/<index> with the index in groups of three digits.";

/** tlog-tiles: "zero-padded 3-digit path elements. All but the last path element MUST begin with an x". */
function printIndex(index: number): string {
  const digits = String(checkSize(index, "tile index"));
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, "0");
  return padded.replace(/[0-9]{3}(?=[0-9])/g, "x$&/");
}
