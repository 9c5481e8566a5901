export { ChangePage, ChangesPage } from "./changes.tsx";
