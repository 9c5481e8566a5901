export { hashOf, mixed } from "./hash.ts";
export { Table } from "./table.ts";
