export {
  type Beside,
  openReset,
  ResetFailed,
  resetPassword,
  sendReset,
  takeReset,
} from "./reset.ts";
export { resetRoutes } from "./routes-reset.ts";
