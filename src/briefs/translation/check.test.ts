import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { describe, it } from "node:test";
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

type Told = readonly [original: string, honest: readonly string[], turned: readonly string[]];

/** The second one of each language says the opposite of its sentence. */
const told: readonly Told[] = [
  [
    "Passwords were not copied, but addresses were copied.",
    [
      "Passwörter wurden nicht kopiert, aber Adressen wurden kopiert.",
      "Les mots de passe n’ont pas été copiés, mais les adresses ont été copiées.",
      "Las contraseñas no fueron copiadas, pero las direcciones fueron copiadas.",
    ],
    [
      "Passwörter wurden kopiert, aber Adressen wurden nicht kopiert.",
      "Les mots de passe ont été copiés, mais les adresses n’ont pas été copiées.",
      "Las contraseñas fueron copiadas, pero las direcciones no fueron copiadas.",
    ],
  ],
  [
    "Kraken says that data were viewed, but not copied.",
    [
      "Kraken sagt, dass Daten eingesehen, aber nicht kopiert wurden.",
      "Kraken déclare que des données ont été consultées, mais n’ont pas été copiées.",
      "Kraken dice que los datos fueron vistos, pero no copiados.",
    ],
    [
      "Kraken sagt, dass Daten nicht eingesehen, aber kopiert wurden.",
      "Kraken déclare que des données n’ont pas été consultées, mais copiées.",
      "Kraken dice que los datos no fueron vistos, pero copiados.",
    ],
  ],
  [
    "Accounts that were not viewed were copied.",
    [
      "Konten, die nicht eingesehen wurden, wurden kopiert.",
      "Les comptes qui n’ont pas été consultés ont été copiés.",
      "Las cuentas que no fueron vistas fueron copiadas.",
    ],
    [
      "Konten, die eingesehen wurden, wurden nicht kopiert.",
      "Les comptes qui ont été consultés n’ont pas été copiés.",
      "Las cuentas que fueron vistas no fueron copiadas.",
    ],
  ],
  [
    "Data were viewed, and may have been copied.",
    [
      "Daten wurden eingesehen und möglicherweise kopiert.",
      "Les données ont été consultées et ont peut-être été copiées.",
      "Los datos fueron vistos y pueden haber sido copiados.",
    ],
    [
      "Daten wurden möglicherweise eingesehen und kopiert.",
      "Les données ont peut-être été consultées et ont été copiées.",
      "Los datos pueden haber sido vistos y copiados.",
    ],
  ],
  [
    "Passwords were copied, and addresses were viewed.",
    [
      "Passwörter wurden kopiert, und Adressen wurden eingesehen.",
      "Les mots de passe ont été copiés, et les adresses ont été consultées.",
      "Las contraseñas fueron copiadas, y las direcciones fueron vistas.",
    ],
    [
      "Passwörter wurden eingesehen, und Adressen wurden kopiert.",
      "Les mots de passe ont été consultés, et les adresses ont été copiées.",
      "Las contraseñas fueron vistas, y las direcciones fueron copiadas.",
    ],
  ],
];

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

  it("adds no number in words, no weekday and no relative date, and turns no denial around", () => {
    const unbreached = "Kraken says that its systems were not breached.";
    const safe = "Kraken says that no client funds are at risk.";
    for (const [original, text, language] of [
      [
        viewed,
        "Kraken sagt, dass etwa 2.000 Konten in zwanzig Banken möglicherweise eingesehen wurden.",
        "de",
      ],
      [
        viewed,
        "Kraken sagt, dass seit Montag etwa 2.000 Konten möglicherweise eingesehen wurden.",
        "de",
      ],
      [
        viewed,
        "Kraken sagt, dass täglich etwa 2.000 Konten möglicherweise eingesehen wurden.",
        "de",
      ],
      [
        viewed,
        "Kraken déclare qu’environ 2 000 comptes de vingt pays ont été potentiellement consultés.",
        "fr",
      ],
      [
        viewed,
        "Kraken déclare qu’environ 2 000 comptes ont été potentiellement consultés la semaine dernière.",
        "fr",
      ],
      [
        viewed,
        "Kraken dice que unas 2.000 cuentas de veinte países fueron potencialmente vistas.",
        "es",
      ],
      [viewed, "Kraken dice que unas 2.000 cuentas fueron potencialmente vistas ayer.", "es"],
      [unbreached, "Kraken sagt, dass seine Systeme nicht gesperrt, sondern gehackt wurden.", "de"],
      [unbreached, "Kraken sagt nicht, dass seine Systeme gehackt wurden.", "de"],
      [unbreached, "Kraken sagt, dass seine Systeme gehackt wurden ohne Warnung.", "de"],
      [unbreached, "Kraken dice que sus sistemas fueron hackeados sin aviso.", "es"],
      [unbreached, "Kraken ne déclare pas que ses systèmes ont été piratés.", "fr"],
      [unbreached, "Kraken dice que no es cierto, pero sus sistemas fueron hackeados.", "es"],
      [safe, "Kraken sagt nicht, dass Gelder von Kunden in Gefahr sind.", "de"],
    ] as const) {
      assert.notDeepEqual(found(original, text, language), [], text);
    }
    for (const [original, text, language] of [
      [unbreached, "Kraken sagt, dass seine Systeme nicht gehackt wurden.", "de"],
      [unbreached, "Kraken déclare que ses systèmes n’ont pas été piratés.", "fr"],
      [unbreached, "Kraken dice que sus sistemas no fueron hackeados.", "es"],
      ["It was so since 2025.", "Es war so seit 2025.", "de"],
    ] as const) {
      assert.deepEqual(found(original, text, language), [], text);
    }
  });

  it("tells what happened, may be so and is denied statement by statement, in its sentence's order", () => {
    for (const [original, honest, turned] of told) {
      for (const [place, language] of languages.entries()) {
        assert.deepEqual(found(original, honest[place] ?? "", language), [], honest[place]);
        const message = /What happened|How often/;
        assert.match(found(original, turned[place] ?? "", language).join(), message, turned[place]);
      }
    }
    for (const [original, text] of [
      [
        "Passwords were not copied, but addresses were copied.",
        "Passwörter wurden kopiert, Adressen nicht.",
      ],
      [
        "Accounts that were not viewed were copied.",
        "Konten wurden weder eingesehen noch kopiert.",
      ],
      ["Data were not viewed, they were copied.", "Daten wurden weder eingesehen noch kopiert."],
    ] as const) {
      assert.notDeepEqual(found(original, text, "de"), [], text);
    }
    for (const [original, text] of [
      ["Kraken does not pay a ransom.", "Kraken zahlt kein Lösegeld."],
      ["Kraken does not pay the extortionists.", "Kraken zahlt den Erpressern nicht."],
      ["The extortionists were not paid.", "Die Erpresser wurden nicht bezahlt."],
      ["Kraken was extorted, but it did not pay.", "Kraken wurde erpresst, zahlte aber nicht."],
      [
        "Data were not only viewed but copied.",
        "Daten wurden nicht nur eingesehen, sondern kopiert.",
      ],
      ["The breach was not found.", "Der Einbruch wurde nicht entdeckt."],
      ["No names or addresses were copied.", "Namen oder Adressen wurden nicht kopiert."],
      ["No more than 2,000 accounts were viewed.", "Höchstens 2.000 Konten wurden eingesehen."],
    ] as const) {
      assert.deepEqual(found(original, text, "de"), [], text);
    }
  });

  it("denies what its sentence denies of two things, and may be so where it may", () => {
    for (const [original, text, language] of [
      [
        "Criminals who extort Kraken may publish data.",
        "Kriminelle, die Kraken erpressen, könnten Daten veröffentlichen.",
        "de",
      ],
      [
        "Data that were stolen may be published.",
        "Les données volées pourraient être publiées.",
        "fr",
      ],
      ["No stolen data were published.", "Aucune donnée volée n’a été publiée.", "fr"],
      [
        "It is not known if the ransom was paid.",
        "Es ist nicht bekannt, ob das Lösegeld gezahlt wurde.",
        "de",
      ],
      ["It is not known if the ransom was paid.", "On ne sait pas si la rançon a été payée.", "fr"],
      ["It is not known if the ransom was paid.", "No se sabe si el rescate fue pagado.", "es"],
      [
        "Although data were viewed, they were not copied.",
        "Obwohl Daten eingesehen wurden, wurden sie nicht kopiert.",
        "de",
      ],
    ] as const) {
      assert.deepEqual(found(original, text, language), [], text);
    }
    for (const [original, text] of [
      [
        "Data that were stolen may be published.",
        "Daten, die möglicherweise gestohlen wurden, werden veröffentlicht.",
      ],
      [
        "It is not known if the ransom was paid.",
        "Es ist bekannt, dass das Lösegeld nicht gezahlt wurde.",
      ],
      ["The stolen data were not published.", "Die nicht gestohlenen Daten wurden veröffentlicht."],
    ] as const) {
      assert.match(found(original, text, "de").join(), /What happened/, text);
    }
  });

  it("may call a breach, extortion and a payment what they are usually called", () => {
    const [data, breach] = [
      "The data breach was found in February 2025.",
      "The breach was found in February 2025.",
    ];
    for (const [original, text, language] of [
      [data, "La violation de données a été découverte en février 2025.", "fr"],
      [data, "La brecha de datos se descubrió en febrero de 2025.", "es"],
      [breach, "Das Datenleck wurde im Februar 2025 entdeckt.", "de"],
      [breach, "Die Datenpanne wurde im Februar 2025 entdeckt.", "de"],
      ["The data leak was found.", "Das Datenleck wurde entdeckt.", "de"],
      ["Criminals are extorting Kraken.", "Des criminels font chanter Kraken.", "fr"],
      ["It was told to extortionists.", "Cela a été dit à des maîtres chanteurs.", "fr"],
      ["The money was paid back.", "Das Geld wurde zurückgezahlt.", "de"],
      ["The money was paid back.", "L’argent a été remboursé.", "fr"],
      ["The money was paid back.", "El dinero fue reembolsado.", "es"],
      [
        "The firm denies that data were copied.",
        "Das Unternehmen bestreitet, dass Daten kopiert wurden.",
        "de",
      ],
      [
        "The firm denies that data were copied.",
        "L’entreprise nie que des données aient été copiées.",
        "fr",
      ],
      ["The firm denies that data were copied.", "La empresa niega que se copiaran datos.", "es"],
      ["Kraken refuses to pay the ransom.", "Kraken se niega a pagar el rescate.", "es"],
      ["At most 2,000 accounts were viewed.", "No más de 2.000 cuentas fueron vistas.", "es"],
    ] as const) {
      assert.deepEqual(found(original, text, language), [], text);
    }
    assert.notDeepEqual(found(breach, "Die Erpressung wurde im Februar 2025 entdeckt.", "de"), []);
  });

  it("says both, recent weeks and beyond doubt as its sentence does", () => {
    const both = "Staff found both incidents.";
    const lists = "Both names and addresses were viewed.";
    const recent = "In recent weeks clients were called.";
    const viewedNames = "Names were viewed.";
    for (const [original, text, language] of [
      [both, "Beide Vorfälle wurden von Mitarbeitern gefunden.", "de"],
      [both, "Les deux incidents ont été découverts par du personnel.", "fr"],
      [both, "El personal encontró ambos incidentes.", "es"],
      [both, "El personal encontró los dos incidentes.", "es"],
      [lists, "Des noms et des adresses ont été consultés.", "fr"],
      [recent, "In den letzten Wochen wurden Kunden angerufen.", "de"],
      [recent, "Ces dernières semaines, des clients ont été appelés.", "fr"],
      [recent, "En las últimas semanas se llamó a clientes.", "es"],
      ["No doubt names were viewed.", "Namen wurden ohne Zweifel eingesehen.", "de"],
      ["No doubt names were viewed.", "Des noms ont été consultés sans aucun doute.", "fr"],
      [
        "It was so, but names were viewed.",
        "Fue así; sin embargo, los nombres fueron vistos.",
        "es",
      ],
    ] as const) {
      assert.deepEqual(found(original, text, language), [], text);
    }
    for (const [original, text, language] of [
      ["Staff found the incidents.", "El personal encontró ambos incidentes.", "es"],
      [both, "El personal encontró tres incidentes.", "es"],
      ["Clients were called.", "In den letzten Wochen wurden Kunden angerufen.", "de"],
      ["Clients were called.", "Ces dernières semaines, des clients ont été appelés.", "fr"],
      [viewedNames, "Namen wurden ohne Zweifel eingesehen.", "de"],
      [viewedNames, "Namen wurden kaum eingesehen.", "de"],
      [viewedNames, "Des noms ont sans doute été consultés.", "fr"],
      ["No doubt names were viewed.", "Des noms ont sans doute été consultés.", "fr"],
      [viewedNames, "Los nombres fueron vistos sin lugar a dudas.", "es"],
      [viewedNames, "Los nombres apenas fueron vistos.", "es"],
    ] as const) {
      assert.notDeepEqual(found(original, text, language), [], text);
    }
  });

  it("holds against one word more, wherever it stands, in each language", async () => {
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
      for (const [place, { text }] of translated.entries()) {
        const original = originals[place].text;
        assert.deepEqual(found(original, text, language), [], text);
        const words: string[] = text.split(" ");
        for (const added of more[language]) {
          for (let at = 0; at <= words.length; at += 1) {
            const changed = words.toSpliced(at, 0, added).join(" ");
            assert.notDeepEqual(found(original, changed, language), [], changed);
          }
        }
      }
    }
  });
});
