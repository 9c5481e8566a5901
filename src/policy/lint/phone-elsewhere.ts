import { type Fault, faultIn, type Material, sourcesOf } from "./material.ts";
import { isFictional, phonesIn } from "./mentions.ts";

/**
 * A text holds a phone number. Ours stands at the foot of the phone page only, which takes it from the directory, so no
 * article, message or policy holds one. Numbers that are kept free for fiction may serve as examples unless they are ours.
 */
export function phoneElsewhere(material: Material): Fault[] {
  const ours = new Set(
    (material.directory?.contacts ?? [])
      .filter(({ type }) => type === "phone")
      .map(({ value }) => value),
  );
  return sourcesOf(material).flatMap(({ sentences }) =>
    sentences.flatMap((sentence) =>
      phonesIn(sentence.text)
        .filter(({ value }) => ours.has(value) || !isFictional(value))
        .map(({ value }) => faultIn(sentence, value)),
    ),
  );
}
