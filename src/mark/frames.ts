import { type Found, grown } from "./growing.ts";
import type { Image } from "./image.ts";
import { leaningsOf } from "./leaning.ts";
import { chipCount } from "./polar.ts";
import { findPoses, findUpright, type Pose } from "./pose.ts";
import {
  agreementMin,
  checkImage,
  type FoundPayload,
  latticesIn,
  layersOf,
  noneYet,
  payloadOn,
  placed,
  type Reading,
  unread,
} from "./read.ts";
import { type Residual, residualOf } from "./residual.ts";
import { keyedBy } from "./spectrum.ts";

/** Reads one mark in pictures of one screen that come one after the other, such as a film's. */
type FrameReader = {
  /** @returns what this picture and those before it say together */
  add(image: Image): Reading;
};

const sideMin = 96;

/**
 * What each picture leans to adds up, so that pictures of which none can be read alone are read together. They must show
 * the same payload: give it those of a few seconds. Where the camera stands still the pages are averaged too.
 * @throws {RangeError} for a key under 16 bytes; `add` for a picture as `read` does
 */
export function frameReader(key: Uint8Array): FrameReader {
  const keyed = keyedBy(key);
  const sums = new Float32Array(chipCount);
  const best = noneYet();
  let sum: Residual | undefined;
  let last: Found | undefined;
  let count = 0;

  const follow = (residual: Residual): Found | undefined => {
    if (!last) return undefined;
    const middle = [residual.width / 2, residual.height / 2] as const;
    const found = grown(residual, { ...last, middle, isWhole: true }, keyed);
    return found && found.agreement >= agreementMin ? found : undefined;
  };
  const vote = (residual: Residual, found: Found): FoundPayload | undefined => {
    last = found;
    best.agreement = Math.max(best.agreement, found.agreement);
    best.tries++;
    const leanings = leaningsOf(residual, found, keyed);
    for (let at = 0; at < sums.length; at++) sums[at] = (sums[at] ?? 0) + (leanings[at] ?? 0);
    const payload = payloadOn(found, leanings, keyed) ?? payloadOn(found, sums, keyed);
    return payload === undefined ? undefined : { payload, found };
  };
  const look = (residual: Residual, isNew: boolean): FoundPayload | undefined => {
    const lattices = isNew ? [...latticesIn(residual, keyed, posesOf(residual), best)] : [];
    const found = follow(residual) ?? lattices.sort((a, b) => b.agreement - a.agreement)[0];
    return found && vote(residual, found);
  };
  const together = (residual: Residual): FoundPayload | undefined => {
    const followed = follow(residual);
    for (const found of followed
      ? [followed]
      : latticesIn(residual, keyed, posesOf(residual), best)) {
      best.tries++;
      const payload = payloadOn(found, leaningsOf(residual, found, keyed), keyed);
      if (payload !== undefined) return { payload, found };
    }
    return undefined;
  };
  return {
    add(image) {
      checkImage(image);
      count++;
      if (Math.min(image.width, image.height) < sideMin) return unread("too_small", best);
      const [layer] = layersOf(image);
      if (!layer) return unread("too_small", best);
      const residual = residualOf(layer.image);
      sum = added(sum, residual);
      const isTurn = (count & (count - 1)) === 0; // 1, 2, 4, 8 ...: a film with no mark comes to an end
      const read = look(residual, isTurn) ?? (isTurn && count > 1 ? together(sum) : undefined);
      if (read) return placed(read, layer.scale, image, best.tries);
      return unread(best.agreement < agreementMin ? "no_pilots" : "too_compressed", best);
    },
  };
}

/** @returns what the pictures say together; it stops at the first that completes it */
export function readFrames(images: Iterable<Image>, key: Uint8Array): Reading {
  const reader = frameReader(key);
  let reading: Reading = unread("no_pilots", noneYet());
  for (const image of images) {
    reading = reader.add(image);
    if (reading.is === "read") break;
  }
  return reading;
}

/** A film of the screen itself, or by a camera. */
function posesOf(residual: Residual): Pose[] {
  return [...findUpright(residual, [1, 2]), ...findPoses(residual, false)];
}

/** What is left of each picture, added up: pages that pass leave little, the mark stays. */
function added(sum: Residual | undefined, residual: Residual): Residual {
  const { width, height } = residual;
  if (sum?.width !== width || sum.height !== height) return residual;
  const weighted = residual.weighted.map((value, at) => value + (sum.weighted[at] ?? 0));
  const trust = residual.trust.map((value, at) => value + (sum.trust[at] ?? 0));
  return { width, height, weighted, trust };
}
