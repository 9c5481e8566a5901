import type { Asked } from "./asked.ts";
import type { Cue } from "./cues.ts";
import type { Reading } from "./reading.ts";
import type { Secret } from "./secret.ts";

/** How far its name may stand before a number, or behind it. */
const reachBefore = 60;
const reachAfter = 30;

/** `isIt` tells by check digits alone; a form without goes by its name. */
type Form = { form: RegExp; isIt?(characters: string): boolean };

const edge = "(?![a-z0-9])";
const begin = "(?<![a-z0-9-])";
const of = (form: string) => new RegExp(begin + form + edge, "g");
const birth = "(?:19|20)\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";

/** Numbers that countries give their people. */
const social: readonly Form[] = [
  // Italy, codice fiscale
  { form: of("[a-z]{6} ?\\d\\d ?[abcdehlmprst] ?\\d\\d ?[a-z]\\d{3} ?[a-z]"), isIt: isFiscalCode },
  // Brazil, CPF
  { form: of("\\d{3}\\.\\d{3}\\.\\d{3}-\\d\\d"), isIt: isCpf },
  { form: of("\\d{3}[. ]\\d{3}[. ]\\d{3}[- /]\\d\\d") },
  // Russia, SNILS
  { form: of("\\d{3}-\\d{3}-\\d{3}[ -]\\d\\d"), isIt: isSnils },
  // China, resident identity card (GB 11643)
  { form: of(`[1-9]\\d{5}${birth}\\d{3}[\\dx]`), isIt: isIdentityCard },
  { form: of("[1-9]\\d{5} \\d{8} \\d{3}[\\dx]") },
  // France, NIR
  {
    form: of("[12] ?\\d\\d ?[01]\\d ?(?:\\d\\d|2[ab]) ?\\d{3} ?\\d{3} ?\\d\\d"),
    isIt: isRegistration,
  },
  { form: of("[12] \\d\\d [01]\\d (?:\\d\\d|2[ab]) \\d{3} \\d{3}") },
  // Korea, resident registration number
  { form: of("\\d\\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01]) ?- ?[1-8]\\d{6}"), isIt: isResident },
  { form: of("\\d{6} ?[1-8]\\d{6}") },
  // Switzerland, AHV
  { form: of("756\\.\\d{4}\\.\\d{4}\\.\\d\\d"), isIt: isArticleNumber },
  // Belgium, Germany (tax), Germany (pension), United Kingdom, Spain, Chile, Mexico, Japan
  { form: of("\\d\\d\\.\\d\\d\\.\\d\\d-\\d{3}\\.\\d\\d") },
  { form: of("\\d\\d \\d{3} \\d{3} \\d{3}") },
  { form: of("\\d\\d ?\\d{6} ?[a-z] ?\\d{3}") },
  { form: of("[a-z]{2} ?\\d\\d ?\\d\\d ?\\d\\d ?[a-d]") },
  { form: of("(?:[xyz]-?)?\\d{7,8}[ -]?[a-z]") },
  { form: of("\\d{1,2}\\.\\d{3}\\.\\d{3}-?[\\da-z]") },
  { form: of("[a-z]{4}\\d{6}[hm][a-z]{5}[a-z\\d]\\d") },
  { form: of("(?<!\\d[ -])\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?![ -]?\\d)") },
];

/** Passport numbers with blanks in them: `C 123 4567`, Russia's `45 10 123456` and `71 1234567`. */
const passports: readonly Form[] = [
  { form: of("(?:[a-z]|[a-z]{2}(?=\\d)) ?\\d{2,4} \\d{3,4}(?: \\d{2,4})?") },
  { form: of("(?!n[or]|id)[a-z]{1,2} \\d{6,8}") },
  { form: of("\\d\\d \\d\\d \\d{6}") },
  { form: of("\\d{4} (?:no? ?|№ ?)?\\d{6}") },
  { form: of("\\d\\d (?:no? ?|№ ?)?\\d{7}") },
];

/** National identity numbers, which count as social security numbers do, and passports that are written in groups. */
export function findNationalNumbers(
  { folded }: Reading,
  cues: readonly Cue[],
  asked: Asked,
): Secret[] {
  if (!/\d{2}/.test(folded)) return [];
  return [
    ...findForms(folded, social, "ssn", cues, asked),
    ...findForms(folded, passports, "passport_number", cues, asked),
  ];
}

function findForms(
  folded: string,
  forms: readonly Form[],
  type: "ssn" | "passport_number",
  cues: readonly Cue[],
  asked: Asked,
): Secret[] {
  const names = cues.filter(({ about }) => about === type);
  const isAsked = asked.items.includes(type);
  const isSaid = isAsked || names.length > 0;
  return forms
    .filter(({ isIt }) => isIt !== undefined || isSaid)
    .flatMap(({ form, isIt }) => {
      const isNamed = namedIn(names);
      return [...folded.matchAll(form)]
        .map(({ 0: text, index: start }) => ({ text, start, end: start + text.length }))
        .filter(
          ({ text, start, end }) =>
            isIt?.(text.replace(/[^a-z0-9]/g, "")) || isAsked || isNamed(start, end),
        )
        .map(({ start, end }): Secret => ({ type, start, end }));
    });
}

/** Does one of the names stand near? Places are asked for in their order. */
function namedIn(names: readonly Cue[]): (start: number, end: number) => boolean {
  let at = 0;
  return (start, end) => {
    while ((names[at]?.start ?? Number.POSITIVE_INFINITY) < start) at += 1;
    const [before, behind] = [names[at - 1], names[at]];
    return (
      (before !== undefined && start - before.end <= reachBefore) ||
      (behind !== undefined && behind.start - end <= reachAfter)
    );
  };
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

/** 97 less the rest; Corsica counts as 19 and 18. */
function isRegistration(code: string): boolean {
  const digits = code.replace("2a", "19").replace("2b", "18");
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

function isResident(digits: string): boolean {
  const weights = [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5];
  const sum = weights.reduce((all, weight, at) => all + weight * Number(digits[at]), 0);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** The check digit of article numbers (GS1). */
function isArticleNumber(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].entries()) sum += Number(digit) * (at % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}
