export { CallPage, type Claimed, SignedOutPage } from "./call.tsx";
export { Shown } from "./shown.tsx";
export { StoppedPage } from "./stopped.tsx";
export { Strip } from "./strip.tsx";
