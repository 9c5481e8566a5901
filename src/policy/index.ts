export { policyCommands } from "./commands.ts";
export { policyEventKinds } from "./events.ts";
export { linkablePaths } from "./lint/index.ts";
export { NeverAskList } from "./pages/index.ts";
export { policyRoutes } from "./routes.ts";
export { policySettings } from "./settings.ts";
export { openPolicySource } from "./source.ts";
export { contactRules, neverAskItems, type Worded } from "./wording.ts";
