import { look } from "./axe.ts";
import type { Browser, BrowserContext, Page } from "./browser.ts";

export type Size = {
  viewport: { width: number; height: number };
  colorScheme: "light" | "dark";
};

type OpenPage = {
  context: BrowserContext;
  page: Page;
  /** What its scripts threw, and what its own security policy kept from it. */
  wrong: string[];
};

/** Where pictures go for who wants to look at them. */
const pictures = process.env.PICTURES;

/** A page of a window of its own, in which whoever holds a cookie that a test made is signed in. */
export async function openPage(
  { browser, url }: { browser: Browser; url: string },
  cookie: string,
  options: Parameters<Browser["newContext"]>[0] = {},
): Promise<OpenPage> {
  const context = await browser.newContext(options);
  await signIn(context, url, cookie);
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) wrong.push(message.text());
  });
  page.on("pageerror", (error) => wrong.push(error.message));
  return { context, page, wrong };
}

export async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = "", value = ""] = cookie.split("=");
  await context.addCookies([{ name, value, url }]);
}

/** Nothing is wrong with a page as it is shown; and a picture of it is kept for who wants one. */
export async function see(page: Page, called: string, size: Size): Promise<void> {
  const name = `${called}-${size.viewport.width}-${size.colorScheme}`;
  await look(page, name);
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
}
