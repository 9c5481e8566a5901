export { Done, Field, Wrong } from "./field.tsx";
