import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import type { Settings, Values } from "#platform";
import { providerSettings } from "./provider/index.ts";

export { providerOptions } from "./provider/index.ts";

export const accountsSettings = {
  ACCOUNTS_KEY: {
    schema: z.string().min(1).optional(),
    about:
      "file of the secret that passwords are hashed with and authenticators' keys are encrypted with",
    remedy: "Give the path of a file that only the desk may read, or leave it unset.",
  },
  ...providerSettings,
} satisfies Settings;

/** The file of the slice's secret: unless a setting names it, it lies in the data directory. */
export function accountsKeyFile(
  { ACCOUNTS_KEY: chosen }: Pick<Values<typeof accountsSettings>, "ACCOUNTS_KEY">,
  dataDirectory: string,
): string {
  return chosen ?? join(dataDirectory, "accounts.key");
}
