import fc from "fast-check";

/** Every random test of a run uses the seed that the run printed when it began: see test/database.ts. */
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 1) });

export default fc;
