export { AccountFrame } from "./frame.tsx";
export { LinkRefusedPage, RefusedPage } from "./refused.tsx";
