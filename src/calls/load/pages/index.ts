export { type Chosen, loadPath, spans } from "./filter.tsx";
export { LoadPage } from "./load.tsx";
