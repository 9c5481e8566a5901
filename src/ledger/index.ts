export type { ColumnName, EventColumns, EventDraft, EventKind, StoredEvent } from "./event.ts";
