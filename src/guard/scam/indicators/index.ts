export { findApps } from "./app.ts";
export { findIndicators, type Indicator } from "./indicator.ts";
