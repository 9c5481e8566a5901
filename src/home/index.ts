export { siteFrame } from "./frame.tsx";
export { homeRoutes, problemPage } from "./routes.ts";
