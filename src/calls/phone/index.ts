export { dial } from "./dialling.ts";
export { hasNumber, numberOf } from "./number.ts";
export { callsPermits } from "./permits.ts";
export { progressRoutes } from "./routes-in-progress.ts";
export { startPhone } from "./start.ts";
export { takesTold } from "./taking.ts";
