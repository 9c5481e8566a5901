import { buffer } from "node:stream/consumers";
import type { DecodeAnswer } from "./answer.ts";
import { type Pages, Undecodable } from "./pages.ts";

/*
 * A process of its own for one file: it reads the file, writes what it looks like, and ends. Whatever a file does to it
 * happens here, where there is no key, no database and nothing to write to. Only types come from outside of this folder.
 */

const [kind] = process.argv.slice(2);
const { head, pages } = await answer(await buffer(process.stdin));
process.stdout.write(`${JSON.stringify(head)}\n`);
for (const page of pages) process.stdout.write(page);

async function answer(bytes: Buffer): Promise<{ head: DecodeAnswer; pages: Buffer[] }> {
  try {
    const { pages, words } = await draw(bytes);
    return { head: { is: "decoded", pages: pages.map(({ length }) => length), words }, pages };
  } catch (error) {
    const code = error instanceof Undecodable ? error.code : "damaged";
    return { head: { is: "refused", code }, pages: [] };
  }
}

async function draw(bytes: Buffer): Promise<Pages> {
  if (kind !== "document") return await (await import("./picture.ts")).redrawPicture(bytes);
  return await (await import("./document.ts")).drawDocument(bytes);
}
