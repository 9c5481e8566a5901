import { shreddedReplayer } from "#keys";
import { erasureReplayers, ledgerFiles, openAppender } from "#ledger";
import { shreddedMessageReplayer } from "#tickets";
import type { ReplayersFor } from "./backup-commands.ts";
import { clientErasing } from "./client-erasers.ts";
import { eventKinds } from "./event-kinds.ts";

/** What a restore must erase again, kind by kind. */
export const replayersFor: ReplayersFor = (config, dataDirectory) => {
  const { receiptKeyFile } = ledgerFiles(config, dataDirectory);
  return [
    shreddedReplayer,
    shreddedMessageReplayer,
    ...erasureReplayers(
      (database, now) => openAppender({ database, receiptKeyFile, kinds: eventKinds, now }),
      clientErasing,
    ),
  ];
};
