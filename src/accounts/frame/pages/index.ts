export { AccountFrame, accountPages, type Standing } from "./frame.tsx";
export { LinkRefusedPage, RefusedPage } from "./refused.tsx";
