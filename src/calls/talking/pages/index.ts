export { CallControls } from "./controls.tsx";
