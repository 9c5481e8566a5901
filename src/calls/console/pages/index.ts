export { ConsolePage } from "./console.tsx";
