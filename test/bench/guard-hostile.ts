import { analyseReport, judgeAgentMessage, removeSecrets } from "#guard";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const sides: readonly { name: string; read(text: string): unknown }[] = [
  { name: "agent", read: (text) => judgeAgentMessage(text) },
  { name: "client", read: (text) => removeSecrets(text) },
  { name: "report", read: (text) => analyseReport(text) },
];

const sizes = [
  { characters: 10_000, rounds: 60, quantile: 0.99 },
  { characters: 100_000, rounds: 5, quantile: 0.5 },
];

/**
 * The longest that a text made to be slow takes on each side: the 99th percentile for 10 kB, the median for 100 kB, of
 * the worst kind of text, which the line names. The baseline is one plain pass over the same text.
 */
export async function guardHostile(): Promise<BenchLine[]> {
  for (const { read } of sides) for (const text of kindsOf(10_000).values()) repeat(3, text, read);
  return sizes.flatMap((size) => sides.map((side) => worst(side, size)));
}

function worst({ name, read }: (typeof sides)[number], size: (typeof sizes)[number]): BenchLine {
  const measured = Array.from(kindsOf(size.characters), ([kind, text]) => {
    const value = quantile(repeat(size.rounds, text, read), size.quantile);
    return { kind, value, baseline: median(repeat(size.rounds, text, plainPass)) };
  });
  const { kind, value, baseline } = measured.reduce((a, b) => (b.value > a.value ? b : a));
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
    const start = performance.now();
    read(text);
    return performance.now() - start;
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
    "at signs": "a@",
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
