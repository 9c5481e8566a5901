export {
  type ApiKey,
  apiKeyMade,
  apiKeyRevoked,
  endApiKey,
  endApiKeysOf,
  makeApiKey,
} from "./api-key.ts";
export { apiKeysCommands, type ReachDesk } from "./commands.ts";
export { Machines } from "./routes-machine.ts";
