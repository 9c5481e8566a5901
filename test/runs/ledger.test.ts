import { runTests } from "./run.ts";

runTests("ledger");
