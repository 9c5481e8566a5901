export {
  type Beside,
  openReset,
  ResetFailed,
  resetPassword,
  sendReset,
  takeReset,
} from "./reset.ts";
