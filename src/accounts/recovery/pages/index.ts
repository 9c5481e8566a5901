export { CodesPage, NewCodesPage } from "./codes.tsx";
