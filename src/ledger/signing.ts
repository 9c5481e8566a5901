/** What signs heads, for whoever puts a sealer together by hand. */
export { HeadSigner, logSignerFrom, makeLogKey, openSignerStore } from "./sealing/index.ts";
