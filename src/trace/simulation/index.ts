export { simulateCommand } from "./simulate-command.ts";
export {
  leakFrom,
  makeWorld,
  type World,
  type WorldTraits,
} from "./world.ts";
