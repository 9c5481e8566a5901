import { findAsks } from "#guard";
import { englishSentences, type Fault, type Material } from "./material.ts";
import { readingsOf } from "./speech.ts";

/**
 * A page tells its reader to switch a protection off, such as "turn off your lock and try again". The reader learns
 * that we say such things, so the next caller who says it is believed.
 */
export function protectionOff(material: Material): Fault[] {
  return englishSentences(material).flatMap((sentence) => {
    const asks = readingsOf(sentence).flatMap((text) => findAsks(text));
    const ask = asks.find(({ item }) => item === "weaken_security");
    return ask ? [{ ...sentence, sentence: sentence.text, found: ask.words }] : [];
  });
}
