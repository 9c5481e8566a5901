import Bowser from "bowser";

const browsers = ["Chrome", "Edge", "Firefox", "Opera", "Safari", "Samsung Internet"] as const;
const systems = ["Android", "Chrome OS", "iOS", "Linux", "macOS", "Windows"] as const;

const browserOf: Readonly<Record<string, (typeof browsers)[number]>> = {
  Chrome: "Chrome",
  Chromium: "Chrome",
  "Microsoft Edge": "Edge",
  Firefox: "Firefox",
  Opera: "Opera",
  Safari: "Safari",
  "Samsung Internet for Android": "Samsung Internet",
};

/** Every answer of `browserName`. */
export const browserNames: readonly string[] = [
  ...browsers.flatMap((browser) => systems.map((system) => `${browser} on ${system}`)),
  "Another browser",
];

/** Which browser on which system a user agent names, from a closed list: what it says goes into our mails. */
export function browserName(userAgent: string | undefined): string {
  if (!userAgent) return "Another browser";
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const name = browserOf[browser.name ?? ""];
  const system = systems.find((known) => known === os.name);
  return name && system ? `${name} on ${system}` : "Another browser";
}
