export { isOnFile } from "./on-file.ts";
export {
  eraseRecord,
  formerIdsOf,
  insertValues,
  masksOf,
  type NewValue,
  numberOnFile,
  successorsOf,
  takePlaceOf,
} from "./store.ts";
