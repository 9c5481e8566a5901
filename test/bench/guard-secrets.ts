import { existsSync, readFileSync } from "node:fs";
import { removeSecrets, type SecretType } from "#guard";
import { isWritten, seedForms, seedLanguages, seedPhrase } from "../seed-forms.ts";
import { type BenchLine, rounded } from "./line.ts";

const data = "../shared/data/text";
const phrases = 10_000;

type Turn = { text: string; slots?: string };

/** What the other side says before each slot: the conversations were kept without it. */
const questions: Readonly<Record<string, string>> = {
  ssn: "the last four digits of your social security number",
  card_number: "your card number",
  name: "your name",
  account_number: "your account number",
  target_account_number: "the account number to transfer to",
  address: "your address",
  transferamount: "the amount of the transfer",
  charge_amount: "the amount of the charge",
  charge_date: "the date of the charge",
  charge_time: "the time of the charge",
  lastuseddate: "the date you last used it",
  lastusedtime: "the time you last used it",
};
const secretSlots = ["ssn", "card_number"] as const;

/** How many of 10,000 generated seed phrases go, over every form and language; and the share of the worst form. */
export function seedRecall(): BenchLine[] {
  const kinds = Object.keys(seedForms).flatMap((form) =>
    seedLanguages
      .filter((language) => isWritten(form, language))
      .map((language) => [form, language] as const),
  );
  const forms = new Map<string, { all: number; gone: number }>();
  for (let number = 0; number < phrases; number++) {
    const [form, language] = kinds[number % kinds.length] ?? (["plain", "english"] as const);
    const text = seedForms[form]?.(seedPhrase(language, number), number % 12) ?? "";
    const count = forms.get(form) ?? { all: 0, gone: 0 };
    count.all += 1;
    if (removeSecrets(text).secrets.some(({ type }) => type === "seed_phrase")) count.gone += 1;
    forms.set(form, count);
  }
  const all = [...forms.values()].reduce((sum, { gone }) => sum + gone, 0);
  const shares = [...forms].map(([form, { all: of, gone }]) => ({
    form,
    share: (100 * gone) / of,
  }));
  const worst = shares.reduce((one, other) => (other.share < one.share ? other : one));
  return [
    {
      name: "guard client: seed phrases removed",
      value: rounded((100 * all) / phrases),
      unit: `% of ${phrases}`,
    },
    {
      name: `guard client: seed phrases removed, worst form (${worst.form})`,
      value: rounded(worst.share),
      unit: "%",
    },
  ];
}

/**
 * What goes from real text. The slots of MultiDoGO say what is secret, by the question before; without it everything that goes and is
 * neither in such a slot nor called a card or social security number by its own words is a false redaction.
 */
export function redactionsInRealText(): BenchLine[] {
  const files = ["banking77-train", "multidogo-finance-train", "robocalls-en"];
  const missing = files.filter((file) => !existsSync(`${data}/${file}.jsonl`));
  if (missing.length > 0) {
    console.error(`guard: without ${missing.join(", ")} in ${data}, nothing about real text`);
    return [];
  }
  const turns = files.flatMap(readTurns);
  const removed = turns.flatMap((turn) =>
    removeSecrets(turn.text).secrets.filter(
      ({ type, start, end }) => !isTrue(turn, type, start, end),
    ),
  );
  return [
    {
      name: "guard client: false redactions in real text",
      value: removed.length,
      unit: `in ${wordsOf(turns)} words`,
    },
    ...secretSlots.map((slot) => recallOf(turns, slot)),
  ];
}

function readTurns(file: string): Turn[] {
  return readFileSync(`${data}/${file}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Turn);
}

function wordsOf(turns: readonly Turn[]): number {
  return turns.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
}

function isTrue(turn: Turn, type: SecretType, start: number, end: number): boolean {
  const slots = slotsOf(turn).filter((word) => word.start < end && word.end > start);
  const said = /\b(?:card|cc|visa)\b|\bcredit\b/.test(turn.text) ? "card_number" : "";
  const isNamed = type === said || (type === "ssn" && /ss ?n|social/.test(turn.text));
  return isNamed || slots.some(({ slot }) => slot === "ssn" || slot === "card_number");
}

function recallOf(turns: readonly Turn[], slot: (typeof secretSlots)[number]): BenchLine {
  let [all, gone] = [0, 0];
  for (const turn of turns) {
    const words = slotsOf(turn);
    if (!words.some((word) => word.slot === slot)) continue;
    const asked = [
      ...new Set(
        words.map((word) => questions[word.slot]).filter((question) => question !== undefined),
      ),
    ];
    const { secrets } = removeSecrets(turn.text, {
      after: `Could you please tell me ${asked.join(" and ")}?`,
    });
    for (const word of words) {
      if (word.slot !== slot || !/\d/.test(turn.text.slice(word.start, word.end))) continue;
      all += 1;
      if (secrets.some(({ start, end }) => start <= word.start && end >= word.end)) gone += 1;
    }
  }
  return {
    name: `guard client: words of MultiDoGO's ${slot} removed`,
    value: rounded((100 * gone) / all),
    unit: `% of ${all}`,
  };
}

/** The words of a turn with their slots; none for text without slots. */
function slotsOf({ text, slots }: Turn): { slot: string; start: number; end: number }[] {
  const names = slots?.split(" ") ?? [];
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }, place) => ({
    slot: names[place] ?? "O",
    start: index,
    end: index + word.length,
  }));
}
