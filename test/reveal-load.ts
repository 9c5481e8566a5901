import { readFileSync, writeSync } from "node:fs";
import { openDatabase } from "#platform";
import { RevealWorld } from "./bench/reveal-world.ts";

/**
 * Looks at fields all the time, in a process that is to be killed, and says of each which event it was shown for:
 * DATABASE_URL SOCKET CONTACTS-FILE.
 */
const [url = "", socket = "", file = ""] = process.argv.slice(2);
const world = await RevealWorld.join(
  openDatabase(url, () => {}),
  socket,
  JSON.parse(readFileSync(file, "utf8")),
);
writeSync(1, "ready\n");
await Promise.all(
  Array.from({ length: 8 }, async () => {
    for (;;) {
      const { receipt } = await world.vault.revealing.look(world.next());
      writeSync(1, `${receipt.event}\n`);
    }
  }),
);
