export type {
  AccessDecision,
  AccessFacts,
  AccessSection,
  FieldClass,
  FieldName,
} from "./access/index.ts";
export { AccessPolicy, accessOf, factValues, fieldClasses, fieldNames } from "./access/index.ts";
export type { PolicyBundle } from "./bundle.ts";
export { policyCommands } from "./commands.ts";
export { policyEventKinds } from "./events.ts";
export { linkablePaths } from "./lint/index.ts";
export type { LinkPurpose, NoticeTemplate, NoticeTopic, ParameterType } from "./notice.ts";
export { noticeClosingSchema, noticeTemplateSchema, noticeTopics } from "./notice.ts";
export { NeverAskList } from "./pages/index.ts";
export type { Profile } from "./profile.ts";
export { policyRoutes } from "./routes.ts";
export { policySettings } from "./settings.ts";
export { openPolicySource } from "./source.ts";
export { contactRules, neverAskItems, purposesIn, type Worded } from "./wording.ts";
