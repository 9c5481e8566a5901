export type { AskCode } from "./asked.ts";
export {
  type AgentGuardOptions,
  type AgentJudgement,
  type AgentReason,
  judgeAgentMessage,
  type Turn,
} from "./judge.ts";
