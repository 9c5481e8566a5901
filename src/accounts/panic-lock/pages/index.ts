export { LockedPage, lockedPath, PanicForm } from "./locked.tsx";
