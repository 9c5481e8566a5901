export { simulateCommand } from "./simulate-command.ts";
export {
  type Leak,
  type LeakTraits,
  leakFrom,
  makeWorld,
  type World,
  type WorldTraits,
} from "./world.ts";
