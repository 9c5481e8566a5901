export { hearInbound } from "./hearing.ts";
export { hangUpInbound, lookAtInbound } from "./looking.ts";
export { inboundRoutes } from "./routes-inbound.ts";
export { agentsOnInbound, endInboundOf } from "./store.ts";
