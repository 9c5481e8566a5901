export {
  amongPeers,
  byDeviation,
  type Compared,
  groupMin,
  joined,
  type Moments,
  medianOf,
  momentsOf,
  quantileOf,
} from "./peers.ts";
export { countTail } from "./tail.ts";
