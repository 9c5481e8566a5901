export { lockAccount, NotLockedAccount, type Panic, unlockAccount } from "./panic-lock.ts";
