import { runTests } from "./run.ts";

runTests("desk");
