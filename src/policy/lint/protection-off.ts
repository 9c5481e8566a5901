import { findAsks } from "#guard";
import { sentenceRule } from "./material.ts";
import { readingsOf } from "./speech.ts";

/**
 * A page tells its reader to switch a protection off, such as "turn off your lock and try again". The reader learns
 * that we say such things, so the next caller who says it is believed.
 */
export const protectionOff = sentenceRule((sentence) => {
  const asks = readingsOf(sentence).flatMap((text) => findAsks(text));
  return asks.find(({ item }) => item === "weaken_security")?.words;
});
