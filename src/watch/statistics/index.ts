export { amongPeers, byDeviation, type Compared, groupMin, medianOf, quantileOf } from "./peers.ts";
export { countTail, logGamma, normalTail } from "./tail.ts";
