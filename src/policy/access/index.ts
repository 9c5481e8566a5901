export { type AccessDecision, AccessPolicy, accessOf } from "./access-policy.ts";
export type { AccessFacts } from "./facts.ts";
export type { AccessTopic, FieldClass, FieldName } from "./fields.ts";
export { fieldClasses, fieldNames } from "./fields.ts";
export type { AccessRules } from "./folder.ts";
export { accessFolder, lacksRules, readPolicySource, readRules, withRules } from "./folder.ts";
export { type AccessSection, accessContradictions, accessSchema } from "./section.ts";
