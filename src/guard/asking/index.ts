export {
  type AgentGuardOptions,
  type AgentJudgement,
  type AgentReason,
  judgeAgentMessage,
  type Turn,
} from "./judge.ts";
export type { AskCode } from "./rules.ts";
