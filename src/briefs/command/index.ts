export { certificateCommand } from "./certificate-command.ts";
export { checkCommand } from "./check-command.ts";
export { claimsCommand } from "./claims-command.ts";
export { disputesCommand } from "./disputes-command.ts";
export {
  draftCommand,
  publishCommand,
  type ReadAdvice,
  renderCommand,
} from "./edition-commands.ts";
export { importCommand } from "./import-command.ts";
export { listCommand, newCommand } from "./new-command.ts";
export { questionsCommand } from "./questions-command.ts";
export type { ReachBriefs } from "./reach.ts";
export { sourcesCommand } from "./sources-command.ts";
export { translateCommand } from "./translate-command.ts";
export { verifyBriefCommand } from "./verify-brief-command.ts";
