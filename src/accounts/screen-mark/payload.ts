import { createHmac, type KeyObject } from "node:crypto";
import { minuteMs } from "#platform";

/** A session's number in its marks. */
export const numberBits = 32;
const minuteBits = 24;
/** From which minute on minutes are counted: they last until November 2057. */
const epochMs = Date.UTC(2026, 0, 1);

const halfBits = 28n;
const halfMask = (1n << halfBits) - 1n;
const rounds = 10;

/** What a mark says: which session, by its number, and in which minute (its start). */
export type Marked = { number: number; minute: Date };

/**
 * The 56 bits of a mark, shuffled by the key: a payload that nobody made falls on no session, and neither those of two
 * minutes nor any sums of them have anything in common.
 * @throws {RangeError} for a moment before 2026 or after November 2057
 */
export function payloadOf(key: KeyObject, number: number, at: Date): bigint {
  const minute = Math.floor((at.getTime() - epochMs) / minuteMs);
  if (!(minute >= 0 && minute < 2 ** minuteBits))
    throw new RangeError(`no minute of a mark: ${at.toISOString()}`);
  let [left, right] = halves((BigInt(number) << BigInt(minuteBits)) | BigInt(minute));
  for (let round = 0; round < rounds; round++)
    [left, right] = [right, left ^ mixed(key, round, right)];
  return (left << halfBits) | right;
}

/** @throws {RangeError} for what isn't 56 bits */
export function markedIn(key: KeyObject, payload: bigint): Marked {
  if (payload < 0n || payload >> (2n * halfBits) !== 0n)
    throw new RangeError(`no payload of a mark: ${payload}`);
  let [left, right] = halves(payload);
  for (let round = rounds - 1; round >= 0; round--)
    [left, right] = [right ^ mixed(key, round, left), left];
  const whole = (left << halfBits) | right;
  const minute = Number(whole & ((1n << BigInt(minuteBits)) - 1n));
  return {
    number: Number(whole >> BigInt(minuteBits)),
    minute: new Date(epochMs + minute * minuteMs),
  };
}

function halves(whole: bigint): [bigint, bigint] {
  return [whole >> halfBits, whole & halfMask];
}

/** A Feistel round (NIST SP 800-38G has the idea): 28 bits that follow from the key, the round and the other half. */
function mixed(key: KeyObject, round: number, half: bigint): bigint {
  const digest = createHmac("sha256", key).update(`mark ${round} ${half}`).digest();
  return BigInt(digest.readUInt32BE(0)) & halfMask;
}
