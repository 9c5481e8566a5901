export { type ContactRuleId, contactRuleIds, type PolicyBundle, readBundle } from "./bundle.ts";
export { policyCommands } from "./commands.ts";
export { linkablePaths } from "./lint/index.ts";
export { NeverAskList } from "./pages/index.ts";
export type { Profile } from "./profile.ts";
export { policyRoutes } from "./routes.ts";
export { demoPolicyKeyId, policyKind, signPolicy, verifyPolicy } from "./signing.ts";
export { openPolicySource, type PolicySource } from "./source.ts";
export { contactRules, neverAskItems, profile, type Worded } from "./wording.ts";
