export { Done, Field, Wrong } from "./pages/index.ts";
export { type Told, told } from "./routes-told.ts";
