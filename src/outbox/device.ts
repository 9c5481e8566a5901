const browsers = [
  "Brave",
  "Chrome",
  "Edge",
  "Firefox",
  "Opera",
  "Safari",
  "Samsung Internet",
  "Vivaldi",
] as const;

const systems = ["Android", "ChromeOS", "iOS", "iPadOS", "Linux", "macOS", "Windows"] as const;

const otherBrowser = "another browser";
const otherSystem = "another system";

/**
 * A device as a message names it, such as `Firefox on Android`. Browsers tell their names themselves, and anyone can
 * have his tell anything: what isn't in our lists is "another".
 */
export function deviceName(browser: string | undefined, system: string | undefined): string {
  return `${named(browsers, browser) ?? otherBrowser} on ${named(systems, system) ?? otherSystem}`;
}

/** Whether a text is one that `deviceName` gives. */
export function isDeviceName(text: string): boolean {
  const [browser, system, ...more] = text.split(" on ");
  return more.length === 0 && deviceName(browser, system) === text;
}

function named(known: readonly string[], name: string | undefined): string | undefined {
  const wanted = name?.trim().toLowerCase();
  return known.find((one) => one.toLowerCase() === wanted);
}
