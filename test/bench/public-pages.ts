import { Agent, type IncomingMessage, request } from "node:http";
import { chooseLanguage, createApp, listen, openLog, openMetrics, systemClock } from "#platform";
import { openBenchSite } from "./bench-site.ts";
import { openBenchDatabase } from "./database.ts";
import { type BenchLine, median, rounded } from "./line.ts";

const rounds = 5;
const requestsPerRound = 1_500;
const inFlight = 16;
const paths = ["/", "/check", "/contacts", "/help", "/help/how-a-genuine-call-works", "/phone"];

/** Requests a second for each public page, and its size as sent. Baseline: an empty page in the same frame of checks. */
export async function publicPages(): Promise<BenchLine[]> {
  await using opened = await openBenchDatabase();
  await using site = await openBenchSite(opened.database);
  const empty = createApp({
    log: openLog("silent"),
    clock: systemClock,
    metrics: openMetrics(),
    publicUrl: undefined,
    chooseLanguage,
    pageFrame: (_context, next) => next(),
    problemPage: (context) => context.text(""),
  });
  empty.get("/", (context) => context.html("<!doctype html><title>empty</title>"));
  const listening = await listen(site.app, "127.0.0.1", 0);
  const beside = await listen(empty, "127.0.0.1", 0);
  try {
    return await measure(listening.url, beside.url);
  } finally {
    await listening.stop();
    await beside.stop();
  }
}

async function measure(siteUrl: string, emptyUrl: string): Promise<BenchLine[]> {
  const rates = new Map<string, number[]>([
    ["empty", []],
    ...paths.map((path): [string, number[]] => [path, []]),
  ]);
  for (let round = 0; round <= rounds; round++) {
    for (const [path, values] of rates) {
      const url = path === "empty" ? `${emptyUrl}/` : siteUrl + path;
      const rate = await requestsPerSecond(url);
      if (round > 0) values.push(rate); // the first round only warms up
    }
  }
  const baseline = median(rates.get("empty") ?? []);
  const lines: BenchLine[] = [];
  for (const path of paths) {
    const value = median(rates.get(path) ?? []);
    lines.push({
      name: `public-pages/${path}`,
      value: rounded(value),
      unit: "requests/s",
      baseline: rounded(baseline),
      ratio: rounded(value / baseline),
    });
    lines.push({
      name: `public-pages/${path} size`,
      value: await bytesSent(siteUrl + path),
      unit: "bytes, gzip",
    });
  }
  return lines;
}

async function requestsPerSecond(url: string): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: inFlight });
  const started = performance.now();
  let left = requestsPerRound;
  const client = async () => {
    while (left-- > 0) await bytesOf(await get(url, agent));
  };
  await Promise.all(Array.from({ length: inFlight }, client));
  agent.destroy();
  return requestsPerRound / ((performance.now() - started) / 1_000);
}

async function bytesSent(url: string): Promise<number> {
  return bytesOf(await get(url, new Agent()));
}

function get(url: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, { agent, headers: { "accept-encoding": "gzip", accept: "text/html" } }, resolve)
      .on("error", reject)
      .end();
  });
}

async function bytesOf(response: IncomingMessage): Promise<number> {
  if (response.statusCode !== 200) throw new Error(`Answered ${response.statusCode}`);
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return bytes;
}
