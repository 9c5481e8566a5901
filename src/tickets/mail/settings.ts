import { z } from "@hono/zod-openapi";
import type { Settings } from "#platform";
import { supportLocalMax } from "./thread-tokens.ts";

const listening =
  /^(?:(?<protocol>smtp|lmtp):\/\/)?(?<host>[\w.-]+|\[[0-9a-f:.]+\]):(?<port>\d{1,5})$/i;

/** Where mail is taken, and in which of the two protocols. */
export type MailListening = { isLmtp: boolean; host: string; port: number };

export const mailSettings = {
  MAIL_ADDRESS: {
    schema: z
      .email()
      .max(254)
      .refine((address) => {
        const local = address.slice(0, address.lastIndexOf("@"));
        return local.length <= supportLocalMax && !local.includes("+");
      })
      .optional(),
    about: "address that clients write to; answers come to it with a + and a token",
    remedy: `Give an address such as support@example.com, with at most ${supportLocalMax} letters and no + before the @.`,
  },
  MAIL_LISTEN: {
    schema: z
      .string()
      .transform((text, context): MailListening => {
        const { protocol, host = "", port } = listening.exec(text)?.groups ?? {};
        if (port === undefined || Number(port) > 65_535) context.addIssue("no address and port");
        const isLmtp = protocol?.toLowerCase() === "lmtp";
        return { isLmtp, host: host.replace(/^\[|\]$/g, ""), port: Number(port) };
      })
      .optional(),
    about: "where the role worker takes mail, by SMTP or LMTP; unset, nobody writes by mail",
    remedy:
      "Give an address and a port, such as 127.0.0.1:2525 for SMTP or lmtp://127.0.0.1:2424 behind your own mail server.",
  },
} satisfies Settings;
