import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import sharp from "sharp";
import { type BrowserContext, launchBrowser, noBrowser } from "../peers/browser.ts";
import type { Page } from "./mark-pages.ts";

const program = fileURLToPath(new URL("../../bin/holdfast.js", import.meta.url));
const size = { width: 1280, height: 800 };

/** Pages of the desk, by who is signed in. */
const screens = [
  ["agent", "/staff/calls"],
  ["agent", "/staff/people"],
  ["agent", "/staff/break-glass"],
  ["lead", "/staff/sessions"],
  ["lead", "/log"],
] as const;

/** What Chromium shows of the desk's own pages, light and dark; nothing where there is no Chromium. */
export async function takeScreens(scale: number): Promise<Page[]> {
  if (noBrowser) return [];
  const stopping = new AsyncDisposableStack();
  await using _ = stopping;
  const url = await serveDemo(stopping);
  const browser = await launchBrowser();
  stopping.defer(() => browser.close());
  const taken: Page[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    const contexts = new Map<string, BrowserContext>();
    for (const [who, path] of screens) {
      const known = contexts.get(who);
      const context =
        known ??
        (await browser.newContext({ viewport: size, colorScheme, deviceScaleFactor: scale }));
      contexts.set(who, context);
      const page = await context.newPage();
      if (!known) {
        await page.goto(`${url}/demo`);
        const signedIn = page.waitForNavigation();
        await page.click(`button[value=${who}]`);
        await signedIn;
      }
      await page.goto(url + path);
      await page.waitForSelector('body:has([data-screen-mark][data-state="drawn"])');
      const shown = await levelsOf(await page.screenshot({ fullPage: false }), "green");
      await page.evaluate(takeMarkAway);
      const picture = await page.screenshot({ fullPage: false });
      const green = await levelsOf(picture, "green");
      const grey = await levelsOf(picture, "grey");
      const change = Float32Array.from(shown, (level, at) => level - (green[at] ?? 0));
      const [width, height] = [size.width * scale, size.height * scale];
      taken.push({ name: `${path} ${colorScheme}`, width, height, scale, grey, change });
      await page.close();
    }
  }
  return taken;
}

/** Runs inside the page: all but the mark stays, and no notice moves it. */
function takeMarkAway(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "[data-screen-mark] i { visibility: hidden } [data-mark-missing] { display: none !important }",
  );
  document.adoptedStyleSheets = [sheet];
}

async function levelsOf(picture: Buffer, of: "green" | "grey"): Promise<Uint8Array> {
  const opened = sharp(picture).removeAlpha();
  const levels = of === "green" ? opened.extractChannel("green") : opened.greyscale();
  return new Uint8Array(await levels.raw().toBuffer());
}

/** The desk's demo, on a data directory of its own. @returns its address */
async function serveDemo(stopping: AsyncDisposableStack): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-bench-"));
  await chmod(directory, 0o755);
  stopping.defer(() => rm(directory, { recursive: true, force: true }));
  const server = spawn(process.execPath, [program, "serve"], {
    env: { PATH: process.env.PATH, HOLDFAST_DATA: directory, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise((resolve) => server.once("exit", resolve));
  stopping.defer(async () => {
    server.kill("SIGTERM");
    await ended;
  });
  const lines = createInterface({ input: server.stderr });
  return await new Promise((resolve, reject) => {
    lines.on("line", (line) => {
      const url = /Holdfast is on (\S+)/.exec(line)?.[1];
      if (url) resolve(url);
    });
    lines.on("close", () => reject(new Error("The server ended before it listened")));
  });
}
