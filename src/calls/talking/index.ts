export { beat } from "./beat.ts";
export { hangUp, hangUpForReport, markRinging } from "./hang-up.ts";
export { CallControls } from "./pages/index.ts";
export { legIn, legPartRoutes, readJson, type Talks } from "./routes-leg.ts";
