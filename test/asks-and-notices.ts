import { readFileSync } from "node:fs";

/** What honest firms send by themselves, and what only criminals ask for. Nothing is learned from it. */
export type WrittenText = { language: string; isAsk: boolean; text: string };

/** Notices and asks in twelve languages, a text a line under `[de notices]` and `[de asks]`. */
export function asksAndNotices(): WrittenText[] {
  const lines = readFileSync(new URL("./asks-and-notices.txt", import.meta.url), "utf8").split(
    "\n",
  );
  let [language, isAsk] = ["", false];
  return lines.flatMap((text) => {
    const heading = /^\[(\w\w) (asks|notices)\]$/.exec(text);
    if (heading) [language, isAsk] = [heading[1] ?? "", heading[2] === "asks"];
    return heading || text === "" ? [] : [{ language, isAsk, text }];
  });
}
