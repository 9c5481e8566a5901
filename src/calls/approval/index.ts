export { approvalRoutes } from "./routes-approve.ts";
