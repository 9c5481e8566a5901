export { Provider } from "./provider.ts";
export { providerRoutes } from "./routes-provider.ts";
export { type ProviderOptions, providerOptions, providerSettings } from "./settings.ts";
export { forgetAttempts } from "./store.ts";
