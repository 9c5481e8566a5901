import fc from "fast-check";

/** Every random test of a run uses the seed that the run printed when it began: see test/database.ts. */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 1) });

/** Any code point: what fast-check calls "binary", without the half second that its table of them takes. */
export const codePoint = fc
  .nat(0x10ffff - 0x800)
  .map((number) => String.fromCodePoint(number < 0xd800 ? number : number + 0x800));

export default fc;
