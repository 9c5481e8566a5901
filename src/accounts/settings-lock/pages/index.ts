export { LockPage, type LockPageProps, lockPath } from "./lock.tsx";
export { UnlockPage } from "./unlock.tsx";
