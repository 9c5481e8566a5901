import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkTranslation } from "./check.ts";
import { languages, type TranslationLanguage } from "./tongues.ts";

const found = (original: string, text: string, language: TranslationLanguage) =>
  checkTranslation({ original, text }, language, "Kraken").map(({ message }) => message);

describe("when a translated sentence says that it was", () => {
  it("keeps weekdays, periods and how often, whatever day they are to a reader", () => {
    for (const [original, honest, turned] of [
      [
        "Kraken found it on Monday.",
        [
          "Kraken fand es am Montag.",
          "Kraken l’a découvert lundi.",
          "Kraken lo descubrió el lunes.",
        ],
        [
          "Kraken fand es am Dienstag.",
          "Kraken l’a découvert mardi.",
          "Kraken lo descubrió el martes.",
        ],
      ],
      [
        "Kraken found it last week.",
        [
          "Kraken fand es letzte Woche.",
          "Kraken l’a découvert la semaine dernière.",
          "Kraken lo descubrió la semana pasada.",
        ],
        [
          "Kraken fand es letztes Jahr.",
          "Kraken l’a découvert la semaine prochaine.",
          "Kraken lo descubrió el mes pasado.",
        ],
      ],
      [
        "Kraken found it last weekend.",
        [
          "Kraken fand es am letzten Wochenende.",
          "Kraken l’a découvert le week-end dernier.",
          "Kraken lo descubrió el fin de semana pasado.",
        ],
        [
          "Kraken fand es letzte Woche.",
          "Kraken l’a découvert la semaine dernière.",
          "Kraken lo descubrió la semana pasada.",
        ],
      ],
      [
        "Kraken found it two weeks later.",
        [
          "Kraken fand es zwei Wochen später.",
          "Kraken l’a découvert deux semaines plus tard.",
          "Kraken lo descubrió dos semanas después.",
        ],
        [
          "Kraken fand es vor zwei Wochen.",
          "Kraken l’a découvert deux jours plus tard.",
          "Kraken lo descubrió hace dos semanas.",
        ],
      ],
      [
        "It was seen daily.",
        ["Es wurde täglich gesehen.", "Cela a été vu quotidiennement.", "Fue visto a diario."],
        ["Es wurde monatlich gesehen.", "Cela a été vu mensuellement.", "Fue visto hoy."],
      ],
    ] as const) {
      for (const [place, language] of languages.entries()) {
        assert.deepEqual(found(original, honest[place] ?? "", language), [], honest[place]);
        assert.match(found(original, turned[place] ?? "", language).join(), /The dates/);
      }
    }
  });

  it("says how long ago in figures", () => {
    for (const [original, honest, turned] of [
      [
        "The bank was founded 15 years ago.",
        [
          "Die Bank wurde vor 15 Jahren gegründet.",
          "La banque a été fondée il y a 15 ans.",
          "El banco fue fundado hace 15 años.",
        ],
        [
          "Die Bank wurde vor 15 Tagen gegründet.",
          "La banque a été fondée il y a 5 ans.",
          "El banco fue fundado 15 años después.",
        ],
      ],
      [
        "The bank was founded more than 15 years ago.",
        [
          "Die Bank wurde vor mehr als 15 Jahren gegründet.",
          "La banque a été fondée il y a plus de 15 ans.",
          "El banco fue fundado hace más de 15 años.",
        ],
        [
          "Die Bank wurde vor 15 Jahren gegründet.",
          "La banque a été fondée il y a moins de 15 ans.",
          "El banco fue fundado hace 15 años.",
        ],
      ],
      [
        "The bank was founded a year ago.",
        [
          "Die Bank wurde vor einem Jahr gegründet.",
          "La banque a été fondée il y a un an.",
          "El banco fue fundado hace un año.",
        ],
        [
          "Die Bank wurde vor einem Monat gegründet.",
          "La banque a été fondée il y a un mois.",
          "El banco fue fundado hace un mes.",
        ],
      ],
    ] as const) {
      for (const [place, language] of languages.entries()) {
        assert.deepEqual(found(original, honest[place] ?? "", language), [], honest[place]);
        const message = /The (?:dates|numbers)/;
        assert.match(found(original, turned[place] ?? "", language).join(), message);
      }
    }
  });
});
