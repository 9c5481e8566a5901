import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkTranslation } from "./check.ts";
import type { TranslationLanguage } from "./tongues.ts";

function found(original: string, text: string, language: TranslationLanguage) {
  return checkTranslation({ original, text }, language, "Larkmoor");
}

describe("what a translated sentence measures", () => {
  it("says hardly where its sentence does, and denies nothing by it", () => {
    const hardly = "Names were hardly viewed.";
    for (const [original, text, language] of [
      [hardly, "Namen wurden kaum eingesehen.", "de"],
      [hardly, "Les noms n’ont guère été consultés.", "fr"],
      [hardly, "Les noms ont à peine été consultés.", "fr"],
      [hardly, "Los nombres apenas fueron vistos.", "es"],
    ] as const) {
      assert.deepEqual(found(original, text, language), [], text);
    }
    for (const [original, text, language] of [
      ["Names were not viewed.", "Namen wurden kaum eingesehen.", "de"],
      ["Names were not viewed.", "Les noms n’ont guère été consultés.", "fr"],
      ["Names were not viewed.", "Los nombres apenas fueron vistos.", "es"],
      [hardly, "Namen wurden nicht eingesehen.", "de"],
      [hardly, "Les noms n’ont pas été consultés.", "fr"],
      [hardly, "Los nombres no fueron vistos.", "es"],
    ] as const) {
      assert.notDeepEqual(found(original, text, language), [], text);
    }
  });
});
