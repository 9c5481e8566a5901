import { Readable, Writable } from "node:stream";
import { parse } from "tldts";
import { contactsCommands } from "#contacts";
import { type BenchLine, median, rounded } from "./line.ts";

const domainsCount = 20_000;
const rounds = 5;

/**
 * Domains a second through `holdfast check --jsonl`, beside what reading them costs by the libraries' own calls
 * (WHATWG URL, then tldts), in turns.
 */
export async function checker(): Promise<BenchLine[]> {
  const domains = makeDomains(domainsCount);
  const lines = Buffer.from(domains.map((domain) => `${JSON.stringify(domain)}\n`).join(""));
  const checked: number[] = [];
  const read: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const ours = await perSecond(domains.length, () => checkAll(lines));
    const theirs = await perSecond(domains.length, () => readAll(domains));
    if (round === 0) continue; // warms the compiler up
    checked.push(ours);
    read.push(theirs);
  }
  const [value, baseline] = [median(checked), median(read)];
  return [
    {
      name: "checker: domains on the command line",
      value: rounded(value),
      unit: "domains/s",
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    },
  ];
}

async function checkAll(lines: Buffer): Promise<void> {
  const command = contactsCommands.find(({ name }) => name === "check");
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done() });
  await command?.run(["--jsonl", "--directory", "examples/kraken.directory.json"], {
    stdin: Readable.from([lines]),
    stdout,
    stderr: stdout,
    env: {},
    clock: () => new Date(),
  });
}

function readAll(domains: readonly string[]): void {
  for (const domain of domains) {
    parse(new URL(`https://${domain}`).hostname, { allowPrivateDomains: true });
  }
}

async function perSecond(count: number, work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (count * 1_000) / (performance.now() - start);
}

const words = ["kraken", "krakn", "login", "wallet", "support", "hyper", "ledger", "shop", "green"];
const endings = ["com", "io", "co.uk", "pages.dev", "online", "org", "net", "app"];

/** Hosts of two to four words, a third of them with the brand or a misspelling of it; the same at each run. */
function makeDomains(count: number): string[] {
  let state = 1;
  const pick = (from: readonly string[]): string => {
    state = (state * 48_271) % 2_147_483_647;
    return from[state % from.length] ?? "";
  };
  return Array.from({ length: count }, (_, place) => {
    const separator = pick(["-", "", "."]);
    return `${pick(words)}${separator}${pick(words)}${place}.${pick(endings)}`;
  });
}
