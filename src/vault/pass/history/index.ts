export { type History, historyOf } from "./store.ts";
