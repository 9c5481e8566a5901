import type { CommandContext, Database } from "#platform";
import type { KeysConfig } from "./settings.ts";

/** What a command of keys works on; `src/main.ts` knows how to reach it. */
export type Reached = { database: Database; config: KeysConfig; dataDirectory: string };

/** Reaches the database that the desk uses, also while it runs; what was started for it ends with `started`. */
export type Reach = (context: CommandContext, started: AsyncDisposableStack) => Promise<Reached>;
