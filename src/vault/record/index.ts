export { eraseRecord, insertValues, masksOf, type NewValue } from "./store.ts";
