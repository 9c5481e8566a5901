export {
  type AgentJudgement,
  type AgentReason,
  asksAmong,
  judgeAgentMessage,
  plainAsksIn,
  sentencesIn,
  type Turn,
} from "./judge.ts";
export { concepts } from "./language.ts";
export type { Hit, Sentence } from "./reading.ts";
