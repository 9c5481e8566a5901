export {
  type ApiKey,
  apiKeyMade,
  apiKeyRevoked,
  apiKeys,
  endApiKey,
  endApiKeysOf,
  makeApiKey,
} from "./api-key.ts";
export { apiKeysCommands, type ReachDesk } from "./commands.ts";
export { Machines } from "./routes-machine.ts";
export { isScope, type Scope, scopes } from "./scope.ts";
