export { Away, KeyList, LiveScript } from "./live.tsx";
