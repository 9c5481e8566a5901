export { findApps } from "./app.ts";
export { findIndicators, type Indicator, type IndicatorType } from "./indicator.ts";
