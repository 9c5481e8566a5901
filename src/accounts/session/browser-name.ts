import Bowser from "bowser";
import { deviceName } from "#outbox";

const systems: Readonly<Record<string, string>> = { "Chrome OS": "ChromeOS" };

const browsers: Readonly<Record<string, string>> = {
  Chromium: "Chrome",
  "Microsoft Edge": "Edge",
  "Samsung Internet for Android": "Samsung Internet",
};

/** Which browser on which system a user agent names, in the words of our messages: a closed list (`deviceName`). */
export function browserName(userAgent: string | undefined): string {
  if (!userAgent) return deviceName(undefined, undefined);
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  const [name = "", system = ""] = [browser.name, os.name];
  return deviceName(browsers[name] ?? name, systems[system] ?? system);
}
