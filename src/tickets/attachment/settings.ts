import { z } from "@hono/zod-openapi";
import type { Settings, Values } from "#platform";
import type { ClamdPlace } from "./clamd.ts";

const address = /^(?<host>[\w.-]+|\[[0-9a-f:.]+\]):(?<port>\d{1,5})$/i;
const bytesInMegabyte = 1_000_000;
/** Beside the files: the texts of the form. */
const textsBytesMax = 200_000;

export const attachmentSettings = {
  ATTACHMENT_MEGABYTES: {
    schema: z.coerce.number().int().min(1).max(20).default(10),
    about: "how large a file may be that somebody sends with a message",
    remedy: "Give whole megabytes, from 1 to 20.",
  },
  ATTACHMENTS_AT_ONCE: {
    schema: z.coerce.number().int().min(1).max(10).default(5),
    about: "how many files go with one message",
    remedy: "Give a whole number, from 1 to 10.",
  },
  CLAMD: {
    schema: z
      .string()
      .transform((text, context): ClamdPlace => {
        if (text.startsWith("/")) return { path: text };
        const { host = "", port } = address.exec(text)?.groups ?? {};
        if (port === undefined || Number(port) > 65_535) context.addIssue("no address and port");
        return { host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
      })
      .optional(),
    about: "where ClamAV's clamd scans files; unset, staff read that nobody scanned them",
    remedy: "Give the path of its socket, such as /run/clamav/clamd.ctl, or 127.0.0.1:3310.",
  },
} satisfies Settings;

/** What is taken in, and who scans it. */
export type FileLimits = {
  megabytesMax: number;
  countMax: number;
  /** Of a form with its files. */
  formBytesMax: number;
  clamd: ClamdPlace | undefined;
};

/** The limits as they are set. A form takes the bytes of three of the largest files at most. */
export function fileLimitsOf(config: Values<typeof attachmentSettings>): FileLimits {
  const { ATTACHMENT_MEGABYTES: megabytesMax, ATTACHMENTS_AT_ONCE: countMax, CLAMD } = config;
  const formBytesMax = megabytesMax * bytesInMegabyte * Math.min(countMax, 3) + textsBytesMax;
  return { megabytesMax, countMax, formBytesMax, clamd: CLAMD };
}

export function bytesMaxOf({ megabytesMax }: FileLimits): number {
  return megabytesMax * bytesInMegabyte;
}
