import type { EventKind } from "#ledger";
import { changeEventKinds } from "./change/index.ts";

export const accountsEventKinds: readonly EventKind[] = [...changeEventKinds];
