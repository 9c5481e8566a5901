import { runTests } from "./run.ts";

runTests("stories");
