export { ColumnsPage } from "./columns.tsx";
export { NewPage, type NewPageProps } from "./new.tsx";
export { nameMinutes } from "./open-name.tsx";
export { tracesPath } from "./path.ts";
export type { Shown } from "./shown.ts";
export { TracePage } from "./trace.tsx";
export { TracesPage } from "./traces.tsx";
