export { endWriting, markWriting, othersWriting } from "./store.ts";
