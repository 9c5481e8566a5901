import { createHmac } from "node:crypto";
import { carriers, type Frequency, pilots } from "./lattice.ts";
import { chipCount, decode, encode } from "./polar.ts";

/** What a mark says, and what keeps it from saying anything else. */
const payloadBits = 56;
export const checkBits = 24;
export const keyBytesMin = 16;
export const pilotShare = 0.25;

/** One wave of a tile: value = real * cos - imaginary * sin of its phase, over all waves an rms of 1. */
export type Wave = { frequency: Frequency; real: number; imaginary: number };

/** What the key alone decides. */
export type Keyed = {
  pilots: readonly Wave[];
  order: Uint16Array;
  mask: Uint8Array;
  key: Uint8Array;
};

/** @throws {RangeError} for a key under 16 bytes */
export function keyedBy(key: Uint8Array): Keyed {
  if (key.length < keyBytesMin)
    throw new RangeError(`a mark's key has ${keyBytesMin} bytes or more, not ${key.length}`);
  const amplitude = Math.sqrt((2 * pilotShare) / pilots.length);
  const turns = stream(key, "pilots", pilots.length);
  const waves = pilots.map((frequency, index) => {
    const angle = (2 * Math.PI * (turns[index] ?? 0)) / 2 ** 32;
    return {
      frequency,
      real: amplitude * Math.cos(angle),
      imaginary: amplitude * Math.sin(angle),
    };
  });
  const order = Uint16Array.from({ length: chipCount }, (_, index) => index);
  for (const [index, draw] of stream(key, "order", chipCount).entries()) {
    const other = index + (draw % (chipCount - index)); // the draw has 32 bits: no bias that matters
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
  const mask = Uint8Array.from(stream(key, "mask", chipCount), (draw) => draw & 1);
  return { pilots: waves, order, mask, key };
}

/**
 * The waves of a payload's tile. What is drawn from them shows this payload's waves alone: a page may get them, never the key.
 * @throws {RangeError} for a payload that isn't 56 bits, a key under 16 bytes
 */
export function wavesOf(payload: bigint, key: Uint8Array): Wave[] {
  const { pilots: keyed, order, mask } = keyedBy(key);
  const chips = encode(checked(payload, key));
  const amplitude = Math.sqrt((1 - pilotShare) / carriers.length);
  const sign = (index: number) => {
    const place = order[index] ?? 0;
    return (chips[place] ?? 0) ^ (mask[place] ?? 0) ? -amplitude : amplitude;
  };
  const carrying = carriers.map((frequency, index) => ({
    frequency,
    real: sign(2 * index),
    imaginary: sign(2 * index + 1),
  }));
  return [...keyed, ...carrying];
}

/**
 * @param sums how far each half of each carrier leans, in the order of the carriers, real before imaginary
 * @param effort `followed` readings of the code are followed side by side, and the `tried` likeliest of them are tried
 * @returns the payload whose check holds. Noise passes with a probability of `tried` / 2^24.
 */
export function payloadIn(
  sums: Float32Array,
  { order, mask, key }: Keyed,
  { followed, tried }: { followed: number; tried: number },
): bigint | undefined {
  const likelihoods = new Float32Array(chipCount);
  for (const [index, place] of order.entries()) {
    const sum = sums[index] ?? 0;
    likelihoods[place] = mask[place] ? -sum : sum;
  }
  for (const bits of decode(likelihoods, payloadBits + checkBits, followed).slice(0, tried)) {
    const payload = numberIn(bits.subarray(0, payloadBits));
    if (numberIn(bits.subarray(payloadBits)) === checkOf(payload, key)) return payload;
  }
  return undefined;
}

function checked(payload: bigint, key: Uint8Array): Uint8Array {
  if (payload < 0n || payload >> BigInt(payloadBits) !== 0n)
    throw new RangeError(`a payload has ${payloadBits} bits, ${payload} has more or a sign`);
  const whole = (payload << BigInt(checkBits)) | checkOf(payload, key);
  const last = payloadBits + checkBits - 1;
  return Uint8Array.from({ length: last + 1 }, (_, at) =>
    Number((whole >> BigInt(last - at)) & 1n),
  );
}

function numberIn(bits: Uint8Array): bigint {
  return bits.reduce((number, bit) => (number << 1n) | BigInt(bit), 0n);
}

function checkOf(payload: bigint, key: Uint8Array): bigint {
  const digest = createHmac("sha256", key).update(`holdfast mark check ${payload}`).digest();
  return BigInt(digest.readUIntBE(0, 3));
}

/** Numbers of 32 bits that follow from a key and a purpose. */
function stream(key: Uint8Array, purpose: string, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  for (let start = 0; start < count; start += 8) {
    const hmac = createHmac("sha256", key).update(`holdfast mark ${purpose} ${start}`).digest();
    for (let at = start; at < Math.min(start + 8, count); at++)
      numbers[at] = hmac.readUInt32BE(4 * (at - start));
  }
  return numbers;
}
