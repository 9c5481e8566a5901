export { openProvider } from "./open.ts";
export { type Dialled, Provider } from "./provider.ts";
export { eventRoutes } from "./routes-events.ts";
export { providerSettings } from "./settings.ts";
export type { Heard } from "./status.ts";
export type { Told } from "./wire.ts";
