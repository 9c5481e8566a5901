import { type EventKind, editionKind } from "#ledger";

/** The desk answers by another edition of the directory. */
export const directoryAdopted = editionKind("contacts.directory_adopted");

export const contactsEventKinds: readonly EventKind[] = [directoryAdopted];
