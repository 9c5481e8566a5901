export { LooksListPage } from "./looks.tsx";
