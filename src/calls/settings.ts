import type { Settings } from "#platform";
import { providerSettings } from "./provider/index.ts";
import { turnSettings } from "./turn/index.ts";

export const callsSettings = { ...turnSettings, ...providerSettings } satisfies Settings;
