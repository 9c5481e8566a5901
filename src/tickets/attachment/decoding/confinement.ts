import { type Confinement, packageFolders } from "#platform";

/** What the decoding program may read, itself and the packages that it needs, and what it may take. */
export const confinement: Confinement = {
  readable: [
    new URL("./", import.meta.url),
    new URL("../limits.ts", import.meta.url),
    ...["../../", "../"].map((above) => new URL(`${above}package.json`, import.meta.url)),
    ...packageFolders("sharp", "@hyzyla/pdfium"),
  ],
  waitMs: 30_000,
  processorSeconds: 20,
  memoryBytes: 768 * 1024 * 1024,
  heapMegabytes: 256,
  answerBytes: 64 * 1024 * 1024,
};
