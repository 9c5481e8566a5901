export { FilesField, type ShownFiles } from "./files-field.tsx";
export { FilesOf, type FilesOfProps } from "./files-of.tsx";
