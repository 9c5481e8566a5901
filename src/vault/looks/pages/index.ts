export { LooksListPage, type LooksPageProps } from "./looks.tsx";
