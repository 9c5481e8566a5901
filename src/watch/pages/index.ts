export { CasePage } from "./case.tsx";
export { watchPath } from "./path.ts";
export { WatchPage } from "./watch.tsx";
