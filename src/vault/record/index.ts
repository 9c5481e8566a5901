export { eraseRecord, insertValues, type NewValue } from "./store.ts";
