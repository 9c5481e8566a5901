export { policyCommands } from "./commands.ts";
export { policyEventKinds } from "./events.ts";
export { linkablePaths } from "./lint/index.ts";
export {
  type LinkPurpose,
  type NoticeTemplate,
  type NoticeTopic,
  noticeClosingSchema,
  noticeTemplateSchema,
  noticeTopics,
  type ParameterType,
} from "./notice.ts";
export { NeverAskList } from "./pages/index.ts";
export type { Profile } from "./profile.ts";
export { policyRoutes } from "./routes.ts";
export { policySettings } from "./settings.ts";
export { openPolicySource } from "./source.ts";
export { contactRules, neverAskItems, type Worded } from "./wording.ts";
