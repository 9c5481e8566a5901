import type { Asked } from "./asked.ts";
import type { Cue } from "./cues.ts";
import type { Reading } from "./reading.ts";
import type { Secret } from "./secret.ts";

type Form = { form: RegExp; isIt(characters: string): boolean };

const edge = "(?![a-z0-9])";
const begin = "(?<![a-z0-9-])";
const of = (form: string) => new RegExp(begin + form + edge, "g");

/** Numbers that countries give their people, with a form and check digits that hardly anything else has. */
const byForm: readonly Form[] = [
  // Italy, codice fiscale
  { form: of("[a-z]{6}\\d\\d[abcdehlmprst]\\d\\d[a-z]\\d{3}[a-z]"), isIt: isFiscalCode },
  // Brazil, CPF
  { form: of("\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d"), isIt: isCpf },
  // Russia, SNILS
  { form: of("\\d{3}-\\d{3}-\\d{3}[ -]\\d\\d"), isIt: isSnils },
  // China, resident identity card (GB 11643)
  {
    form: of("[1-9]\\d{5}(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dx]"),
    isIt: isIdentityCard,
  },
];

/** The others, where words say so: United Kingdom, Germany, Spain, Japan. */
const bySaying: readonly Form[] = [
  { form: of("[a-z]{2} ?\\d\\d ?\\d\\d ?\\d\\d ?[a-d]"), isIt: () => true },
  { form: of("\\d\\d ?\\d{6} ?[a-z] ?\\d{3}"), isIt: () => true },
  { form: of("(?:[xyz]-?)?\\d{7,8}-?[a-z]"), isIt: () => true },
  {
    form: of("(?<!\\d[ -])\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?![ -]?\\d)"),
    isIt: () => true,
  },
];

/** National identity numbers: they count as social security numbers do. */
export function findNationalNumbers(
  { folded }: Reading,
  cues: readonly Cue[],
  asked: Asked,
): Secret[] {
  if (!/\d{2}/.test(folded)) return [];
  const isSaid = asked.items.includes("ssn") || cues.some(({ about }) => about === "ssn");
  const forms = isSaid ? [...byForm, ...bySaying] : byForm;
  return forms.flatMap(({ form, isIt }) =>
    [...folded.matchAll(form)]
      .filter(([text]) => isIt(text.replace(/[^a-z0-9]/g, "")))
      .map(
        ({ 0: text, index }): Secret => ({
          type: "ssn",
          start: index,
          end: index + text.length,
        }),
      ),
  );
}

const oddValues = "1 0 5 7 9 13 15 17 19 21 2 4 18 20 11 3 6 8 12 14 16 10 22 25 24 23".split(" ");

function isFiscalCode(code: string): boolean {
  let sum = 0;
  for (const [at, character] of [...code.slice(0, 15)].entries()) {
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 97;
    sum += at % 2 === 0 ? Number(oddValues[value]) : value;
  }
  return String.fromCharCode(97 + (sum % 26)) === code[15];
}

function isCpf(digits: string): boolean {
  const check = (count: number) => {
    let sum = 0;
    for (let at = 0; at < count; at++) sum += Number(digits[at]) * (count + 1 - at);
    return ((sum * 10) % 11) % 10;
  };
  return check(9) === Number(digits[9]) && check(10) === Number(digits[10]);
}

function isSnils(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < 9; at++) sum += Number(digits[at]) * (9 - at);
  return (sum % 101) % 100 === Number(digits.slice(9));
}

function isIdentityCard(code: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += Number(code[at]) * (2 ** (17 - at) % 11);
  return "10x98765432"[sum % 11] === code[17];
}
