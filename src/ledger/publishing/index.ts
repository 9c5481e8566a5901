export { headWith, newestHead, prefixOfHead } from "./checkpoint.ts";
export {
  type Light,
  type LogState,
  logState,
  type SealingState,
  type VerificationState,
} from "./log-state.ts";
export { settledHead } from "./settled-head.ts";
export { publishedTile, type TileAsked } from "./tile.ts";
