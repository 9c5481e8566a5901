import { systemClock } from "#platform";
import { permits } from "../../src/keykeeping.ts";
import { runKeykeeper } from "../run-keykeeper.ts";

/** The keykeeper in a process of its own, with the product's permits: DATABASE_URL DIRECTORY SOCKET. */
await runKeykeeper(permits, systemClock);
