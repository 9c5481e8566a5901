export { MarkLine, MarkMissing, Overlay } from "./overlay.tsx";
