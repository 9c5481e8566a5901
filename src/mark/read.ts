import { type Homography, inverse, mapped } from "./geometry.ts";
import { type Found, grown, seeded } from "./growing.ts";
import { halved, type Image } from "./image.ts";
import { leaningsOf } from "./leaning.ts";
import { findPoses, findUpright, type Pose, posesMax } from "./pose.ts";
import { type Residual, residualOf } from "./residual.ts";
import { type Keyed, keyedBy, payloadIn } from "./spectrum.ts";

/** Below it no picture holds a tile's waves. */
const sideMin = 96;
const pixelsAtOnceMax = 2_600_000;
export const pixelsMax = 60_000_000;
const seedsMax = 5;
/** How well pilots agree where a lattice is followed from, where its code is read, and where there is one for sure. */
const seedAgreementMin = 0.55;
export const agreementMin = 0.6;
const agreementSure = 0.8;
/** How hard a code is read where pilots agree for sure, and where they may by chance. */
const efforts = {
  sure: { followed: 256, tried: 256 },
  unsure: { followed: 16, tried: 8 },
} as const;

/** Why nothing was read. `wrong_key` and `too_compressed`: waves like a mark's, but no code of this key; see `agreement`. */
export type WhyNot = "too_small" | "no_pilots" | "too_compressed" | "wrong_key";

export type Reading =
  | {
      is: "read";
      payload: bigint;
      /** Corners of one tile in the picture, in pixels, and how the lattice lies there. */
      at: readonly (readonly [number, number])[];
      toPixel: Homography;
      agreement: number;
      tries: number;
    }
  | { is: "unread"; why: WhyNot; agreement: number; tries: number };

/** How far the reader is: a share of everything that it would try, 0 to 1. */
export type OnProgress = (share: number) => void;

/**
 * Reads the mark in a grey picture, by the key alone: any size from a quarter to six times, any turn, mirrored, tilted.
 * @throws {RangeError} for a picture whose levels aren't as many as its pixels, or too many, or a key under 16 bytes
 */
export function read(image: Image, key: Uint8Array, onProgress: OnProgress = () => {}): Reading {
  checkImage(image);
  const keyed = keyedBy(key);
  const best = noneYet();
  if (Math.min(image.width, image.height) < sideMin) return unread("too_small", best);
  const layers = layersOf(image);
  const residuals: Residual[] = [];
  const residualAt = (index: number): Residual | undefined => {
    const layer = layers[index];
    if (layer) residuals[index] ??= residualOf(layer.image);
    return residuals[index];
  };
  const looks = [
    ...layers.map(({ scale }, index) => ({ way: upright, index, scale })),
    ...layers.flatMap(({ scale }, index) => [turned, tilted].map((way) => ({ way, index, scale }))),
    ...layers.map(({ scale }, index) => ({ way: furtherTilted, index, scale })),
  ];
  for (const [done, { way, index, scale }] of looks.entries()) {
    const residual = residualAt(index) as Residual;
    const poses = way(residual, scale);
    const found = readResidual(residual, () => residualAt(index + 1), keyed, poses, best);
    onProgress((done + 1) / looks.length);
    if (found) return placed(found, scale, image, best.tries);
  }
  return unread(best.agreement < agreementSure ? "no_pilots" : "too_compressed", best);
}

/** How a mark may lie: in a screenshot, in a picture that was turned, in a photo from the side. */
type Way = (residual: Residual, scale: number) => Pose[];
const upright: Way = (residual, scale) => findUpright(residual, scale === 1 ? scalesUsual : []);
const turned: Way = (residual) => findPoses(residual, false);
const tilted: Way = (residual) => findPoses(residual, true);
/** What stands out less, once all else was tried. */
const furtherTilted: Way = (residual) => findPoses(residual, true, 3 * posesMax).slice(posesMax);
/** Screenshots are rarely scaled: pixels of the screen to one of the page. */
const scalesUsual = [1, 2];

/** @throws {RangeError} for a picture whose levels aren't as many as its pixels, or too many */
export function checkImage({ width, height, levels }: Image): void {
  if (levels.length !== width * height || levels.length > pixelsMax)
    throw new RangeError(`a picture of ${width} x ${height} pixels with ${levels.length} levels`);
}

/** How near the reader came. */
export type Best = { agreement: number; tries: number; standing: number };
export const noneYet = (): Best => ({ agreement: 0, tries: 0, standing: 0 });

/** Another key's pilots stand out in the spectrum, but their phases say nothing to this key. */
const standingOfMark = 14 * 2.4;

export function unread(why: WhyNot, { agreement, tries, standing }: Best): Reading {
  const isOther = why === "no_pilots" && standing > standingOfMark;
  return { is: "unread", why: isOther ? "wrong_key" : why, agreement, tries };
}

/** The picture at sizes at which it is looked at: the largest first. */
export function layersOf(image: Image): { image: Image; scale: number }[] {
  let [at, scale] = [image, 1];
  while (at.levels.length > pixelsAtOnceMax) [at, scale] = [halved(at), scale * 2];
  const layers = [{ image: at, scale }];
  while (layers.length < 3) {
    [at, scale] = [halved(at), scale * 2];
    if (Math.min(at.width, at.height) < sideMin) break;
    layers.push({ image: at, scale });
  }
  return layers;
}

/** What was read, and the lattice that it stands on. */
export type FoundPayload = { payload: bigint; found: Found };

/**
 * @param half says what is left of the same picture at half the size: what is taken for the page, and so for noise, differs
 * @param best is told of each try
 */
function readResidual(
  residual: Residual,
  half: () => Residual | undefined,
  keyed: Keyed,
  poses: readonly Pose[],
  best: Best,
): FoundPayload | undefined {
  for (const found of latticesIn(residual, keyed, poses, best)) {
    best.tries++;
    const leanings = leaningsOf(residual, found, keyed);
    const payload =
      payloadOn(found, leanings, keyed) ?? payloadWith(half(), found, leanings, keyed);
    if (payload !== undefined) return { payload, found };
  }
  return undefined;
}

/** What a lattice says at both sizes together. */
function payloadWith(
  half: Residual | undefined,
  found: Found,
  leanings: Float32Array,
  keyed: Keyed,
): bigint | undefined {
  if (!half) return undefined;
  const toPixel = found.toPixel.map((value, at) => (at < 6 ? value / 2 : value));
  const middle = [half.width / 2, half.height / 2] as const;
  const { agreement, isUpright } = found;
  const there = grown(half, { toPixel, agreement, middle, isWhole: true, isUpright }, keyed);
  if (!there) return undefined;
  const more = leaningsOf(half, there, keyed);
  const both = leanings.map((value, at) => value + (more[at] ?? 0));
  return payloadOn(found, both, keyed);
}

/** The payload on a lattice: how likely chance is read as a mark stands in docs/mark.md. */
export function payloadOn(
  { agreement }: Found,
  leanings: Float32Array,
  keyed: Keyed,
): bigint | undefined {
  const effort = efforts[agreement >= agreementSure ? "sure" : "unsure"];
  return payloadIn(leanings, keyed, effort);
}

/** Lattices on which pilots agree, the likeliest first. */
export function* latticesIn(
  residual: Residual,
  keyed: Keyed,
  poses: readonly Pose[],
  best: Best,
): Generator<Found> {
  for (const { score } of poses) best.standing = Math.max(best.standing, score);
  const seeds = poses.flatMap((pose) => seeded(residual, pose, keyed));
  const likely = seeds.filter(({ agreement }) => agreement >= seedAgreementMin);
  likely.sort((a, b) => b.agreement - a.agreement);
  for (const seed of likely.slice(0, seedsMax)) {
    const found = grown(residual, seed, keyed);
    if (found) best.agreement = Math.max(best.agreement, found.agreement);
    if (found && found.agreement >= agreementMin) yield found;
  }
}

/** Where a tile stands that is near the middle of the picture. */
export function placed(
  { payload, found }: FoundPayload,
  scale: number,
  { width, height }: Image,
  tries: number,
): Reading {
  const whole = found.toPixel.map((value, at) => (at < 6 ? value * scale : value));
  const [u, v] = mapped(inverse(whole), width / 2, height / 2).map(Math.floor) as [number, number];
  const corners = [
    [u, v],
    [u + 1, v],
    [u + 1, v + 1],
    [u, v + 1],
  ] as const;
  const at = corners.map(([x, y]) => mapped(whole, x, y));
  return { is: "read", payload, toPixel: whole, at, agreement: found.agreement, tries };
}
