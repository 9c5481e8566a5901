export { type ContactRuleId, contactRuleIds, type PolicyBundle, readBundle } from "./bundle.ts";
export { policyCommands } from "./commands.ts";
export type { Profile } from "./profile.ts";
export { policyRoutes } from "./routes.ts";
export {
  demoPolicyKeyId,
  type PolicyPublicKey,
  readPolicyPublicKey,
  type SignedPolicy,
  signPolicy,
  verifyPolicy,
} from "./signing.ts";
export { openPolicy, type PolicySource } from "./source.ts";
export { highestVersion, recordEdition } from "./store.ts";
export { contactRules, neverAskItems, profile, type Worded } from "./wording.ts";
