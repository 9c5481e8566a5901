export { dial } from "./dialling.ts";
export { hearSaid } from "./hearing.ts";
export { hasNumber, type NumberStanding, numberOf } from "./number.ts";
export { callsPermits } from "./permits.ts";
export { PhoneRefused } from "./refusals.ts";
export { progressRoutes } from "./routes-in-progress.ts";
export { startPhone } from "./start.ts";
export { takesTold } from "./taking.ts";
export { hangUp, lookAtLegs } from "./vouching.ts";
