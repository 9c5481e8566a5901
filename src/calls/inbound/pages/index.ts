export { InboundPage, inboundPath } from "./inbound.tsx";
