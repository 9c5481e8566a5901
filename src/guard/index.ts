export {
  type AgentJudgement,
  type AgentReason,
  judgeAgentMessage,
  plainAsksIn,
  type Turn,
} from "./asking/index.ts";
export { findAsks } from "./asks.ts";
export { type NeverAskId, neverAskIds } from "./never-ask.ts";
export { analyseReported, contactsIn } from "./reported/index.ts";
export { type Analysis, analyseReport, type SignalCode } from "./scam/index.ts";
export type { Secret, SecretContext, SecretType } from "./secrets/index.ts";
export { lastAsked, placeholderOf, removeSecrets } from "./secrets/index.ts";
export { withoutQuotations } from "./words.ts";
