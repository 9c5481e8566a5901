import { Agent, request } from "node:http";
import { agreedCount, openBriefWorld } from "./brief-world.ts";
import type { BenchDatabase } from "./database.ts";
import { type BenchLine, median, quantile, rounded } from "./line.ts";

const counts = { sourcesCount: 10_000, claimsCount: 100_000 };
const requests = 200;
const rounds = 5;

/**
 * A published brief with a hundred thousand claims and ten thousand sources: how long its page and the list take to come by HTTP, one
 * request after the other; and how long single acts on it take. The baseline of the page is the page of help.
 */
export async function briefPage(opened: BenchDatabase): Promise<BenchLine[]> {
  await using world = await openBriefWorld(opened, counts);
  const { briefs, brief, url, firstAgreed } = world;
  const help = await timed(`${url}/help`);
  const page = await timed(`${url}/briefs/${brief}`);
  const list = await timed(`${url}/briefs`);
  const decide = async (round: number, is: string) => {
    const line = { claim: firstAgreed + round, is, reason: "Two publications tell it." };
    const { code, lines } = await briefs.give("claims", brief, "--decide", line);
    if (code !== 0) throw new Error(JSON.stringify(lines));
  };
  const disputed = async (round: number) => {
    const words = `It isn't so, as number ${round} of many says.`;
    const answer = await fetch(`${url}/briefs/${brief}/disputes`, {
      ...{ method: "POST", redirect: "manual", headers: { origin: url } },
      body: new URLSearchParams({ claim: "1", words }),
    });
    if (answer.status !== 303) throw new Error(`A dispute was answered ${answer.status}`);
  };
  const line = (name: string, value: number, unit: string): BenchLine => ({
    ...{ name: `brief-page: ${name}`, value: rounded(value), unit },
  });
  const baseline = median(help.took);
  return [
    {
      ...line("a reader's page, median", median(page.took), "ms"),
      ...{ baseline: rounded(baseline), ratio: rounded(median(page.took) / baseline) },
    },
    line("a reader's page, 99th percentile", quantile(page.took, 0.99), "ms"),
    line("a reader's page, size", page.bytes, "bytes, gzip"),
    line("the list of briefs, median", median(list.took), "ms"),
    line("a reader's dispute", await measured(disputed), "ms"),
    line("leaving a claim open", await measured((round) => decide(round, "open")), "ms"),
    line("confirming a claim", await measured((round) => decide(round, "confirmed")), "ms"),
    line("brief check", await measured(async () => void (await briefs.check(brief))), "ms"),
  ];
}

async function measured(work: (round: number) => Promise<void>): Promise<number> {
  if (rounds > agreedCount) throw new Error("There are too few claims for so many rounds.");
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work(round);
    took.push(performance.now() - start);
  }
  return median(took);
}

async function timed(url: string): Promise<{ took: number[]; bytes: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  let bytes = await bytesOf(url, agent); // the first one only warms up
  const took: number[] = [];
  for (let n = 0; n < requests; n++) {
    const start = performance.now();
    bytes = await bytesOf(url, agent);
    took.push(performance.now() - start);
  }
  agent.destroy();
  return { took, bytes };
}

/** @returns how many bytes were sent of a page */
function bytesOf(url: string, agent: Agent): Promise<number> {
  const headers = { "accept-encoding": "gzip", accept: "text/html" };
  return new Promise((resolve, reject) => {
    request(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () => {
        if (response.statusCode === 200) resolve(bytes);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    })
      .on("error", reject)
      .end();
  });
}
