export { answerClaim, makeClaim } from "./claims.ts";
export { hearInbound } from "./hearing.ts";
export { hangUpInbound, lookAtInbound } from "./looking.ts";
export { InboundRefused } from "./refusals.ts";
export { inboundRoutes } from "./routes-inbound.ts";
