import { join } from "node:path";
import { z } from "@hono/zod-openapi";
import { packagedFile, type Settings, type Values } from "#platform";

export const noticesFolder = packagedFile("content/notices");

const path = z.string().min(1).optional();

export const outboxSettings = {
  NOTICES_CONTENT: {
    schema: z.string().min(1).default(noticesFolder),
    about: "folder of notice templates, one sub-folder for each language",
    remedy: "Give the path of a folder that holds a folder `en` with the templates in it.",
  },
  OUTBOX_KEY: {
    schema: path,
    about: "file of the key that makes the codes and the links of messages",
    remedy: "Give the path of a file that only the desk may read, or leave it unset.",
  },
  MAIL_FROM: {
    schema: z.email().max(254).optional(),
    about: "address that genuine mail comes from; needed with SMTP_URL",
    remedy:
      "Give an address of a mail domain in the contact directory, such as no-reply@example.com.",
  },
  DKIM_KEY: {
    schema: path,
    about: "file of the private key that signs mail (DKIM), in PEM; unset, the relay must sign",
    remedy: "Give the path of an RSA private key in PEM, or leave it unset.",
  },
  DKIM_SELECTOR: {
    schema: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/i)
      .optional(),
    about: "name under which the DNS has the public half: SELECTOR._domainkey.DOMAIN",
    remedy: "Give the selector of DKIM_KEY, such as desk2026, or leave both unset.",
  },
} satisfies Settings;

/** The file of the outbox's key: unless a setting names it, it lies in the data directory. */
export function outboxKeyFile(
  { OUTBOX_KEY: chosen }: Pick<Values<typeof outboxSettings>, "OUTBOX_KEY">,
  dataDirectory: string,
): string {
  return chosen ?? join(dataDirectory, "outbox.key");
}
