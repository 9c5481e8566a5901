export { BriefPage } from "./brief.tsx";
export { BriefListPage, type Listed } from "./list.tsx";
