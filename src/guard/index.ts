export {
  type AgentGuardOptions,
  type AgentJudgement,
  type AgentReason,
  type AskCode,
  judgeAgentMessage,
  type Turn,
} from "./asking/index.ts";
export { findAsks } from "./asks.ts";
export { type NeverAskId, neverAskIds } from "./never-ask.ts";
export { analyseReported } from "./reported.ts";
export { type Analysis, analyseReport, type Indicator, type SignalCode } from "./scam/index.ts";
export type { Removal, Secret, SecretContext, SecretType } from "./secrets/index.ts";
export { placeholderOf, removeSecrets, secretTypes } from "./secrets/index.ts";
export { withoutQuotations } from "./words.ts";
