import { createRequire } from "node:module";
import { missing, peerPackage, program } from "./parts.ts";

type ChosenFile = { name: string; mimeType: string; buffer: Buffer };

/** The part of playwright-core that the peer tests use: the package itself may be absent where types are checked. */
export type Page = {
  goto(url: string): Promise<unknown>;
  url(): string;
  waitForURL(url: string): Promise<void>;
  fill(selector: string, text: string): Promise<void>;
  selectOption(selector: string, value: string): Promise<unknown>;
  inputValue(selector: string): Promise<string>;
  click(selector: string): Promise<void>;
  waitForNavigation(): Promise<unknown>;
  waitForSelector(selector: string): Promise<unknown>;
  textContent(selector: string): Promise<string | null>;
  close(): Promise<void>;
  evaluate<Result>(work: string | (() => Result | Promise<Result>)): Promise<Result>;
  evaluate<Result, Given>(work: (given: Given) => Promise<Result>, given: Given): Promise<Result>;
  setInputFiles(selector: string, files: ChosenFile | ChosenFile[]): Promise<void>;
  isVisible(selector: string): Promise<boolean>;
  route(
    url: string,
    take: (route: { continue(): Promise<void>; abort(): Promise<void> }) => Promise<void>,
  ): Promise<void>;
  screenshot(options: { path?: string; fullPage: boolean }): Promise<Buffer>;
  pdf(options: { format: string }): Promise<Buffer>;
  on(event: "console", listen: (message: { text(): string }) => void): void;
  on(event: "pageerror", listen: (error: Error) => void): void;
  on(event: "request", listen: (request: { url(): string; resourceType(): string }) => void): void;
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
};

export type View = { width: number; colorScheme: "light" | "dark" };

/** The Chrome DevTools Protocol, for what the page can't ask of its own browser. */
export type DevTools = {
  // biome-ignore lint/suspicious/noExplicitAny: each command answers something of its own
  send(command: string, parameters: object): Promise<any>;
};

export type BrowserContext = {
  newPage(): Promise<Page>;
  waitForEvent(event: "page"): Promise<Page>;
  addInitScript(script: (() => void) | { content: string }): Promise<void>;
  newCDPSession(page: Page): Promise<DevTools>;
  addCookies(cookies: { name: string; value: string; url: string }[]): Promise<void>;
  cookies(): Promise<{ name: string; value: string }[]>;
  setOffline(offline: boolean): Promise<void>;
  close(): Promise<void>;
};

export type Browser = {
  newContext(options: {
    viewport?: { width: number; height: number };
    colorScheme?: "light" | "dark";
    bypassCSP?: boolean;
    deviceScaleFactor?: number;
    javaScriptEnabled?: boolean;
  }): Promise<BrowserContext>;
  close(): Promise<void>;
};

const chromium = program("chromium", "chromium-browser");
const playwright = peerPackage("playwright-core");

/** Why there is no browser here; false when there is one. */
export const noBrowser = missing({ chromium, "playwright-core": playwright });

export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { chromium: engine } = createRequire(import.meta.url)(playwright ?? "");
  return engine.launch({
    executablePath: chromium,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", ...more],
  });
}
