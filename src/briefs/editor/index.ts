export { editorRoutes } from "./routes-editor.ts";
export { takesSourceFile } from "./routes-sources.ts";
