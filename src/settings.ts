import { accountsSettings } from "#accounts";
import { callsSettings } from "#calls";
import { contactsSettings } from "#contacts";
import { helpSettings } from "#help";
import { keysSettings } from "#keys";
import { ledgerSettings } from "#ledger";
import { outboxSettings } from "#outbox";
import { platformSettings, type Values } from "#platform";
import { policySettings } from "#policy";
import { ticketsSettings } from "#tickets";
import { watchSettings } from "#watch";

/** Every setting of the server, in the order that `holdfast config` shows them. */
export const settings = {
  ...platformSettings,
  ...ledgerSettings,
  ...keysSettings,
  ...outboxSettings,
  ...accountsSettings,
  ...contactsSettings,
  ...policySettings,
  ...helpSettings,
  ...ticketsSettings,
  ...callsSettings,
  ...watchSettings,
};

export type Config = Values<typeof settings>;
