import { runTests } from "./run.ts";

runTests("accounts");
