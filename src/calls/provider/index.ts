export { openProvider } from "./open.ts";
export { type Answer, type Dialled, Provider } from "./provider.ts";
export { type Repeating, repeat } from "./repeating.ts";
export { eventRoutes, eventsPath, type TakesTold } from "./routes-events.ts";
export { providerSettings } from "./settings.ts";
export { type Heard, meaningOf, type ProviderStatus, providerStatuses } from "./status.ts";
export type { Told } from "./wire.ts";
