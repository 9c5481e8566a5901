import { buffer } from "node:stream/consumers";
import type { OpeningAnswer } from "./answer.ts";
import { type Greys, Unopened } from "./grey.ts";

/*
 * A process of its own for one file: it reads the file, writes how bright its pixels are, and ends. Whatever a file does to
 * it happens here, where there is no key, no database and nothing to write to. Only types come from outside of this folder.
 */

const [kind] = process.argv.slice(2);
const bytes = await buffer(process.stdin);
const { head, levels } = await answer();
process.stdout.write(`${JSON.stringify(head)}\n`);
for (const one of levels) process.stdout.write(Buffer.from(one.buffer));

async function answer(): Promise<{ head: OpeningAnswer; levels: Uint16Array[] }> {
  try {
    const { pictures, of } = await open();
    const sizes = pictures.map(({ width, height }) => ({ width, height }));
    return {
      head: { is: "opened", pictures: sizes, of },
      levels: pictures.map(({ levels }) => levels),
    };
  } catch (error) {
    const why = error instanceof Unopened ? error.why : "damaged";
    return { head: { is: "unopened", why }, levels: [] };
  }
}

async function open(): Promise<Greys> {
  if (kind === "document") return await (await import("./document.ts")).openDocument(bytes);
  return await (await import("./picture.ts")).openPicture(bytes);
}
