export { type AccessDecision, AccessPolicy, accessOf } from "./access-policy.ts";
export { type CaseFailure, tryCases } from "./cases.ts";
export { embeddedFaults, lacksRules, readPolicySource, withRules } from "./embedded.ts";
export { type AccessFacts, factValues } from "./facts.ts";
export type { AccessTopic, FieldClass, FieldName } from "./fields.ts";
export { accessTopics, fieldClasses, fieldNames } from "./fields.ts";
export { accessFolder, folderFaults, type PlacedFault, readRules } from "./folder.ts";
export type { AccessRules } from "./section.ts";
export { accessContradictions, accessSchema } from "./section.ts";
