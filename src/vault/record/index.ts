export { eraseRecord, insertValues, masksOf, type NewValue, numberOnFile } from "./store.ts";
