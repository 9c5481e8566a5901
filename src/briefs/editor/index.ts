export { editorRoutes } from "./routes-editor.ts";
