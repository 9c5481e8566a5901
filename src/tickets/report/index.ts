export { Line, Tick } from "./pages/index.ts";
export { WrongReport } from "./report.ts";
export { Reports, type ReportsOptions } from "./reports.ts";
export { feedRoutes } from "./routes-feed.ts";
export { type IndicatorRoutesOptions, indicatorRoutes } from "./routes-indicators.ts";
export { reportRoutes, wrongIn } from "./routes-report.ts";
export { eraseReports } from "./store.ts";
