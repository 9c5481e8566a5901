import { randomInt } from "node:crypto";
import type { Id, Transaction } from "#platform";
import { wordList } from "../words/index.ts";
import { aliasOf, insertAlias } from "./store.ts";

/** What an agent is called on calls, in place of a name: a word, drawn once, and another one for everybody. */
export async function saveAlias(joining: Transaction, staff: Id<"staff">): Promise<string> {
  for (let number = 1; ; number++) {
    const known = await aliasOf(joining, staff);
    if (known) return known;
    const word = wordList[randomInt(wordList.length)] ?? "";
    const alias = word.charAt(0).toUpperCase() + word.slice(1);
    await insertAlias(joining, staff, number > 20 ? `${alias} ${number}` : alias);
  }
}
