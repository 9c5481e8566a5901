import { existsSync, readFileSync } from "node:fs";
import { analyseReported, judgeAgentMessage, removeSecrets } from "#guard";
import { redactionsInRealText, seedRecall } from "./guard-secrets.ts";
import { type BenchLine, median, rounded } from "./line.ts";

const rounds = 5;
const data = "../shared/data/text";

/**
 * How many messages a second each side of the guard reads, beside lower-casing and folding the same text; then what it
 * finds and what it wrongly finds in real text, when that is there: it isn't part of the product.
 */
export async function guard(): Promise<BenchLine[]> {
  return [...sides.map(throughput), ...curve(), ...seedRecall(), ...redactionsInRealText()];
}

const sides: readonly { name: string; read(text: string): unknown }[] = [
  { name: "agent", read: (text) => judgeAgentMessage(text) },
  { name: "client", read: (text) => removeSecrets(text) },
  { name: "report", read: (text) => analyseReported(text) },
];

function throughput({ name, read }: (typeof sides)[number]): BenchLine {
  const messages = makeMessages(2_000);
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const [value, baseline] = [perSecond(messages, read), perSecond(messages, fold)];
    if (round === 0) continue; // warms the compiler up
    ours.push(value);
    plain.push(baseline);
  }
  const [value, baseline] = [median(ours), median(plain)];
  return {
    name: `guard: ${name} messages of 200 characters`,
    value: rounded(value),
    unit: "messages/s",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

function perSecond(messages: readonly string[], read: (text: string) => unknown): number {
  const start = performance.now();
  for (const message of messages) read(message);
  return (messages.length * 1_000) / (performance.now() - start);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

const sentences = [
  "Hello, how long does a withdrawal to my bank take?",
  "I see a payment of 45.10 that I don't remember.",
  "Thank you for your patience, we looked at your ticket HF-1234.",
  "Please open the settings and choose your language.",
  "My card arrived today, but it doesn't work in the shop.",
  "You can read more about fees at https://larkmoor.example/fees.",
];

/** Four sentences each, another choice each time, the same at each run. */
function makeMessages(count: number): string[] {
  const sentence = (place: number) => sentences[place % sentences.length] ?? "";
  return Array.from({ length: count }, (_, place) =>
    [place, place * 7 + 1, place * 3 + 2, place * 5 + 3].map(sentence).join(" "),
  );
}

function curve(): BenchLine[] {
  const files = ["robocalls-en", "banking77-train", "multidogo-finance-train"];
  const missing = files.filter((file) => !existsSync(`${data}/${file}.jsonl`));
  if (missing.length > 0) {
    console.error(`guard: without ${missing.join(", ")} in ${data}, no curve`);
    return [];
  }
  const [calls = [], questions = [], turns = []] = files.map(readTexts);
  const isScam = (text: string) => analyseReported(text).scam;
  const isSuspected = (text: string) => analyseReported(text).verdict !== "nothing_found";
  const isBlocked = (text: string) => judgeAgentMessage(text).decision !== "allow";
  return [
    share("report: robocalls that are a scam", calls, isScam),
    share("report: robocalls that are a scam or suspicious", calls, isSuspected),
    share("report: bank questions that are a scam", questions, isScam),
    share("report: bank questions that are a scam or suspicious", questions, isSuspected),
    share("report: clients' turns that are a scam", turns, isScam),
    share("agent: bank questions blocked", questions, isBlocked),
    share("agent: clients' turns blocked", turns, isBlocked),
  ];
}

function share(name: string, texts: readonly string[], is: (text: string) => boolean): BenchLine {
  const value = (100 * texts.filter(is).length) / texts.length;
  return { name: `guard ${name}`, value: rounded(value), unit: `% of ${texts.length}` };
}

function readTexts(file: string): string[] {
  const lines = readFileSync(`${data}/${file}.jsonl`, "utf8").trim().split("\n");
  return lines.map((line) => String(JSON.parse(line).text));
}
