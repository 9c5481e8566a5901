export { ErasurePage, type ErasureTyped } from "./erasure.tsx";
