export { finishRecoveryRoutes } from "./routes-finish.ts";
export { cancelRecoveryRoutes, recoverRoutes } from "./routes-recover.ts";
