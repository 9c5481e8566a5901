export { keepPassword, requireStrong } from "./change-password.ts";
export { PasswordHasher } from "./hashing.ts";
export { AddressField, PasswordField } from "./pages/index.ts";
export { problemSentence } from "./problem-sentence.ts";
export { passwordRoutes, passwordScript } from "./routes-password.ts";
export { passwordOf, rehashPassword } from "./store.ts";
