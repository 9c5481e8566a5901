import { fileURLToPath } from "node:url";
import { type Limits, runLimited } from "./limited.ts";

/** What a confined program may read and take. */
export type Confinement = Limits & {
  /** Its files and folders, and those of the packages that it needs. */
  readable: readonly URL[];
  heapMegabytes: number;
};

const root = new URL("../../../", import.meta.url);

/** Where packages are installed, with the files that tell Node how to load them. */
export function packageFolders(...names: readonly string[]): URL[] {
  return [
    new URL("node_modules/", root),
    ...["", "src/"].map((folder) => new URL(`${folder}package.json`, root)),
    ...names.map(
      (name) => new URL(import.meta.resolve(name).replace(/(.*\/node_modules\/).*/, "$1")),
    ),
  ];
}

/**
 * Runs Node in a process of its own, without this one's environment and sockets, able to read nothing but some files, to
 * write none and to start no other program, for a bounded time and memory.
 * @param words what follows `node` on its command line
 * @returns what it wrote. It throws for one that ended badly, or was ended.
 */
export async function runConfined(
  words: readonly string[],
  input: Buffer,
  { readable, heapMegabytes, ...limits }: Confinement,
): Promise<Buffer> {
  const confinement = [
    "--permission",
    "--allow-addons", // sharp is one; the system's limits hold for it too
    ...new Set(readable.map((url) => `--allow-fs-read=${fileURLToPath(url)}`)),
    `--max-old-space-size=${heapMegabytes}`,
  ];
  return await runLimited(process.execPath, [...confinement, ...words], input, limits);
}
