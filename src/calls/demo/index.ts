export { demoCall } from "./demo-call.ts";
