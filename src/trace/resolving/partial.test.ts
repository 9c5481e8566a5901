import assert from "node:assert/strict";
import { test } from "node:test";
import type { FieldKind } from "#keys";
import type { ValuePart } from "../leak.ts";
import { couldBe } from "./partial.ts";

const cases: [FieldKind, ValuePart, string, string, boolean][] = [
  ["email", "masked", "j•••@e•••.com", "j•••@e•••.com", true],
  ["email", "masked", "J•n@•••", "j•••@e•••.com", true],
  ["email", "masked", "k•••@e•••.com", "j•••@e•••.com", false],
  ["email", "masked", "j•••@e•••.net", "j•••@e•••.com", false],
  ["email", "masked", "j•••@e•••.technology", "j•••@e•••.•••", true],
  ["email", "end", "xample.com", "j•••@e•••.com", true],
  ["phone", "end", "0107", "••• 07", true],
  ["phone", "end", "0170", "••• 07", false],
  ["phone", "end", "7", "••• 07", true],
  ["phone", "masked", "+1 202 •• •07", "••• 07", true],
  ["phone", "masked", "+1 202 •• •••", "••• 07", true],
  ["account", "end", "4711", "•••", true],
  ["name", "words", "Zoë", "Z••• H•••", true],
  ["name", "words", "Hadid", "Z••• H•••", true],
  ["name", "words", "Noor", "Z••• H•••", false],
  ["name", "words", "Zoe Anne", "Z••• H•••", true],
  ["name", "masked", "z•• h••••", "Z••• H•••", true],
  ["name", "masked", "h•• z••••", "Z••• H•••", false],
  ["name", "masked", "••• H•••", "Z••• H•••", true],
  ["address", "words", "Testville", "•••", true],
  ["date", "end", "1984", "•••", true],
];

test("a part of a value fits the masks that its whole could have, and no others", () => {
  for (const [kind, part, text, mask, expected] of cases) {
    assert.equal(couldBe({ kind, part, text }, mask), expected, `${kind} ${text} ${mask}`);
  }
});
