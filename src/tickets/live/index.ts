export { Live, type Watcher } from "./live.ts";
