import { analyseReported, judgeAgentMessage, removeSecrets } from "#guard";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const sides: readonly { name: string; read(text: string): unknown }[] = [
  { name: "agent", read: (text) => judgeAgentMessage(text) },
  { name: "client", read: (text) => removeSecrets(text) },
  { name: "report", read: (text) => analyseReported(text) },
];

const sizes = [
  { characters: 10_000, rounds: 300, quantile: 0.99 },
  { characters: 100_000, rounds: 9, quantile: 0.5 },
];
const roundsToChoose = 7;

/**
 * The longest that a text made to be slow takes on each side: of the kind of text with the highest median, which the line
 * names, the 99th percentile for 10 kB and the median for 100 kB. The baseline is one plain pass over the same text. It is
 * processor time: a percentile of the time on the wall would show what else the machine does.
 */
export async function guardHostile(): Promise<BenchLine[]> {
  for (const { read } of sides) for (const text of kindsOf(10_000).values()) repeat(5, text, read);
  return sizes.flatMap((size) => sides.map((side) => worst(side, size)));
}

function worst({ name, read }: (typeof sides)[number], size: (typeof sizes)[number]): BenchLine {
  const [first, ...others] = Array.from(kindsOf(size.characters), ([kind, text]) => ({
    kind,
    text,
    median: median(repeat(roundsToChoose, text, read)),
  }));
  if (!first) throw new Error("There are no texts to read.");
  const { kind, text } = others.reduce((a, b) => (b.median > a.median ? b : a), first);
  const value = quantile(repeat(size.rounds, text, read), size.quantile);
  const baseline = median(repeat(size.rounds, text, plainPass));
  return {
    name: `guard-hostile: ${name}, ${size.characters / 1_000} kB, ${kind}`,
    value: rounded(value),
    unit: "ms",
    baseline: rounded(baseline),
    ratio: rounded(value / baseline),
  };
}

function repeat(rounds: number, text: string, read: (text: string) => unknown): number[] {
  return Array.from({ length: rounds }, () => {
    const before = process.cpuUsage();
    read(text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  });
}

/** Looks at each character once, as any reader must. */
function plainPass(text: string): number {
  let sum = 0;
  for (const character of text) sum = (sum + (character.codePointAt(0) ?? 0)) | 0;
  return sum;
}

/** Texts of one length, each of a kind that makes some readers slow. */
function kindsOf(characters: number): Map<string, string> {
  const kinds: Record<string, string> = {
    "one letter": "x",
    "single letters": "a ",
    "one digit": "1",
    "short numbers": "12 345 ",
    "telephone numbers": "+1 555 010 0199 ",
    "card numbers": "4111 1111 1111 1111 ",
    "digits and dashes": "1-",
    "digits and points": "1.",
    "at signs": "a@",
    contractions: "a's",
    dots: "a.",
    "open brackets": "(",
    quotes: '"a ',
    apostrophes: "a'",
    "one word of many rules": "your ",
    "verbs and items": "send us your password code seed phrase now ",
    negations: "never don't not ask nobody will not ",
    "seed words": "abandon ability able about above absent zoo ",
    "seed words without blanks": "abandonabilityable",
    "words that spoken numbers have": "nine ",
    "wallet addresses": "1BoatSLRHtKNngkdXEeobR76b53LETtpyT ",
    "private keys": "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ ",
    hexadecimal: "0xdeadbeef",
    "base64 lines": `${"QUJD".repeat(16)}\n`,
    links: "hxxps://a.example[.]com/x?y=z ",
    "long labels": `${"a-".repeat(30)}a.`,
    "invisible characters": "a\u200b",
    "letters of two alphabets": "pаsswоrd ",
    "combining marks": "e\u0301\u0302",
    surrogates: "\u{1d400}",
    "half surrogates": "\ud800a",
    Chinese: "安全账户转密码发给我",
    Korean: "비밀번호를 알려주세요 ",
    Russian: "переведите деньги на безопасный счет ",
    Turkish: "güvenli hesap para gönder şifre ",
    spaces: " ",
    lines: "\n",
    "leet and spaced": "p 4 s s w 0 r d ",
  };
  return new Map(
    Object.entries(kinds).map(([kind, part]) => [
      kind,
      part.repeat(Math.ceil(characters / part.length)).slice(0, characters),
    ]),
  );
}
