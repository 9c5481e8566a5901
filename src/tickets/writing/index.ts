export { endWriting, markWriting, othersWriting, writersByTicket } from "./store.ts";
