import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
import fc from "#fast-check";
import { checkTranslation } from "./check.ts";
import { languages, type TranslationLanguage } from "./tongues.ts";

const firm = "Kraken";
const found = (original: string, text: string, language: TranslationLanguage) =>
  checkTranslation({ original, text }, language, firm).map(({ message }) => message);

const viewed = "Kraken says that about 2,000 accounts were potentially viewed.";
const good: Readonly<Record<TranslationLanguage, readonly (readonly [string, string])[]>> = {
  de: [
    [viewed, "Kraken sagt, dass etwa 2.000 Konten möglicherweise eingesehen wurden."],
    ["It began in early 2026.", "Es begann Anfang 2026."],
    ["69,461 clients are concerned.", "69.461 Kunden sind betroffen."],
    [
      "$20 million were demanded on 11 May 2025.",
      "Am 11. Mai 2025 wurden 20 Millionen Dollar gefordert.",
    ],
    ["About 5.3 million records are offered.", "Etwa 5,3 Millionen Datensätze werden angeboten."],
  ],
  fr: [
    [viewed, "Kraken déclare qu’environ 2 000 comptes ont été potentiellement consultés."],
    ["It began in early 2026.", "Cela a commencé début 2026."],
    ["69,461 clients are concerned.", "69 461 clients sont concernés."],
    [
      "$20 million were demanded on 11 May 2025.",
      "Le 11 mai 2025, 20 millions de dollars ont été exigés.",
    ],
    ["It will neither pay nor negotiate.", "Elle ne paiera ni ne négociera."],
  ],
  es: [
    [viewed, "Kraken dice que unas 2.000 cuentas fueron potencialmente vistas."],
    ["It began in February 2025.", "Esto empezó en febrero de 2025."],
    ["69,461 clients are concerned.", "69.461 clientes están afectados."],
    [
      "$20 million were demanded on 11 May 2025.",
      "El 11 de mayo de 2025 se exigieron 20 millones de dólares.",
    ],
    ["Its systems were not breached.", "Sus sistemas no fueron vulnerados."],
  ],
};

describe("a translated sentence", () => {
  it("has the numbers, dates and names of its own, as the language spells them", () => {
    for (const language of languages) {
      for (const [original, text] of good[language]) {
        assert.deepEqual(found(original, text, language), [], text);
      }
    }
  });

  it("changes no fact: not a number, how exact it is or of what, a date, a name, a verb, a not or a may", () => {
    const wrong: [string, RegExp][] = [
      ["Kraken sagt, dass etwa 20.000 Konten möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass etwa 2,000 Konten möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass 2.000 Konten möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass mehr als 2.000 Konten möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass etwa 2.000 Mitarbeiter möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass Tausende Konten möglicherweise eingesehen wurden.", /The numbers/],
      ["Kraken sagt, dass etwa 2.000 Konten eingesehen wurden.", /That it may be so/],
      ["Kraken sagt, dass etwa 2.000 Konten möglicherweise gestohlen wurden.", /What happened/],
      ["Kraken sagt, dass etwa 2.000 Konten möglicherweise nicht eingesehen wurden.", /denied/],
      ["Etwa 2.000 Konten wurden möglicherweise eingesehen.", /the firm says so/],
      ["Kraken sagt, dass Larkmoor etwa 2.000 Konten möglicherweise eingesehen hat.", /“Larkmoor”/],
      [
        "Kraken sagt, dass im Mai 2025 etwa 2.000 Konten möglicherweise eingesehen wurden.",
        /dates/,
      ],
      ["Kraken sagt, dass alle etwa 2.000 Konten möglicherweise eingesehen wurden.", /“all”/],
    ];
    for (const [text, message] of wrong) {
      assert.match(found(viewed, text, "de").join("\n"), message, text);
    }
    assert.match(found("Es \u202ewar.", "Es \u202ewar.", "de").join(), /nobody sees/);
    const long = `${good.de[0]?.[1]} ${"Das ist so und bleibt so. ".repeat(9)}`.trim();
    assert.match(found(viewed, long, "de").join(), /says more/);
  });

  it("holds against any other number or date, in each language", async () => {
    const lines = async (file: string) => {
      const path = new URL(`../../../examples/kraken/${file}.jsonl`, import.meta.url);
      return (await readFile(path, "utf8"))
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
    };
    const originals = await lines("edition");
    const more = {
      de: ["3 Kunden", "dreizehn Prozent 7", "im März 2023", "Dutzende", "nicht", "Larkmoor"],
      fr: ["3 clients", "7 %", "en mars 2023", "des dizaines", "sans", "Larkmoor"],
    } as const;
    for (const language of ["de", "fr"] as const) {
      const translated = await lines(language);
      assert.equal(translated.length, originals.length);
      fc.assert(
        fc.property(
          fc.nat(originals.length - 1),
          fc.constantFrom(...more[language]),
          fc.nat(),
          (place, added, at) => {
            const { text } = translated[place];
            assert.deepEqual(found(originals[place].text, text, language), []);
            const words = text.split(" ");
            words.splice(at % (words.length + 1), 0, added);
            assert.notDeepEqual(found(originals[place].text, words.join(" "), language), []);
          },
        ),
        { numRuns: 150 },
      );
    }
  });
});
