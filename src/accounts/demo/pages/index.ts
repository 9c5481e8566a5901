export { DemoPage } from "./demo.tsx";
