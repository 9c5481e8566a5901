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
export { countTail, logGamma, normalTail } from "./tail.ts";
