export { eraseRecord, type FieldMask, insertValues, masksOf, type NewValue } from "./store.ts";
