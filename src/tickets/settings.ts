import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings, type Values } from "#platform";
import { attachmentSettings } from "./attachment/index.ts";
import { mailSettings } from "./mail/index.ts";
import type { ReplyTimes } from "./ticket/index.ts";

const hours = z.coerce.number().int().min(1).max(720);
const hourSeconds = 3_600;

export const macrosFolder = packagedFile("content/macros");

export const ticketsSettings = {
  FIRST_REPLY_HOURS: {
    schema: hours.default(8),
    about: "how soon a new ticket is to have its first answer; agents see the clock",
    remedy: "Give whole hours, from 1 to 720.",
  },
  NEXT_REPLY_HOURS: {
    schema: hours.default(24),
    about: "how soon each later message of a ticket is to have its answer",
    remedy: "Give whole hours, from 1 to 720.",
  },
  REPORTS_TO_CONFIRM: {
    schema: z.coerce.number().int().min(2).max(20).default(3),
    about: "how many independent clients' reports make the checker warn of a contact",
    remedy: "Give a whole number, from 2 to 20.",
  },
  MACROS_CONTENT: {
    schema: z.string().min(1).default(macrosFolder),
    about: "folder of agents' prepared answers, one file for each language",
    remedy: "Give the path of a folder that holds a file en.yaml.",
  },
  ...attachmentSettings,
  ...mailSettings,
} satisfies Settings;

/** How soon the firm means to answer. */
export function replyTimesOf(config: Values<typeof ticketsSettings>): ReplyTimes {
  return {
    firstReplySeconds: config.FIRST_REPLY_HOURS * hourSeconds,
    nextReplySeconds: config.NEXT_REPLY_HOURS * hourSeconds,
  };
}
