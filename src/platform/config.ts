import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "./errors.ts";

/** Digits alone: what `Number` makes of blanks and of 0x10 is nobody's wish. */
const wholeNumber = (max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number <= max);
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .describe("a PostgreSQL URL, such as postgres://holdfast@localhost/holdfast");

/** One setting: how it is read (with its default), what it is for, what to do about a wrong value. */
export type Setting = {
  schema: z.ZodType;
  about: string;
  remedy: string;
  /** Never printed, not even when it is wrong. */
  secret?: boolean;
};

/** Settings by name. A slice exports its own; `src/settings.ts` joins them. */
export type Settings = Readonly<Record<string, Setting>>;

/** The values of some settings, read and checked. */
export type Values<Asked extends Settings> = {
  readonly [Name in keyof Asked]: z.output<Asked[Name]["schema"]>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** A site of its own: every page stands at its root, and passkeys and cookies need https but on this machine. */
function isSite(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, origin, href } = new URL(url);
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
  return href === `${origin}/` && (protocol === "https:" || isHere);
}

/** The platform's own settings. The environment is the only place settings come from. */
export const platformSettings = {
  HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    about: "address to listen on",
    remedy: "Give an address of this machine, such as 127.0.0.1 or 0.0.0.0.",
  },
  PORT: {
    schema: wholeNumber(65_535).prefault("8080"),
    about: "port to listen on",
    remedy: "Give a whole number from 0 to 65535; 0 picks a free port.",
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/ })
      .refine(isSite)
      .transform((url) => new URL(url).origin)
      .optional(),
    about: "address that people reach this site at; its presence means production",
    remedy:
      "Give an https address without a path, such as https://help.example.com, or leave it unset.",
  },
  HOLDFAST_DATA: {
    schema: z.string().min(1).default(".holdfast"),
    about: "directory of the embedded database and of what commands remember",
    remedy: "Give the path of a directory that this process may write to.",
  },
  DATABASE_URL: {
    schema: postgresUrl.optional(),
    about: "PostgreSQL 15 or later, as the app's role; unset starts the embedded one",
    remedy: "Give a URL such as postgres://holdfast@localhost/holdfast, or leave it unset.",
    secret: true,
  },
  DATABASE_OWNER_URL: {
    schema: postgresUrl.optional(),
    about: "the same database, as the role that owns the tables; unset uses DATABASE_URL",
    remedy: "Give a URL such as postgres://holdfast_owner@localhost/holdfast, or leave it unset.",
    secret: true,
  },
  ERASURE_LIST: {
    schema: z.string().min(1).optional(),
    about: "file that tells what was erased for good; every restore needs the newest one",
    remedy: "Give the path of a file outside of the database, or leave it unset: HOLDFAST_DATA.",
  },
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    about:
      "where genuine mail is handed over; unset, it waits, and on a demo lands on /dev/mailbox",
    remedy: "Give a URL such as smtps://user:password@mail.example.com, or leave it unset.",
    secret: true,
  },
  TRUSTED_PROXIES: {
    schema: wholeNumber(10).prefault("0"),
    about: "how many proxies in front of us append to X-Forwarded-For",
    remedy: "Give a whole number from 0 to 10; 0 ignores the header.",
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    about:
      "bearer token that opens /metrics; unset opens it to this machine, in production to nobody",
    remedy: "Give at least 16 characters, or leave it unset.",
    secret: true,
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    about: "least severe log line that is written",
    remedy: "Give one of debug, info, warn, error, silent.",
  },
} satisfies Settings;

/** A setting with a wrong value. The message names the setting, the value (unless secret) and the remedy. */
export class WrongSetting extends InvalidInput {
  constructor(name: string, { secret, remedy }: Setting, value: string) {
    const shown = secret ? "a value that is kept secret" : JSON.stringify(value);
    super("wrong_setting", `${name} is ${shown}, which does not work. ${remedy}`);
  }
}

/** Reads the settings asked for. An empty value counts as unset. Throws `WrongSetting` for the first wrong one. */
export function readConfig<Asked extends Settings>(
  asked: Asked,
  environment: Environment,
): Values<Asked> {
  const entries = Object.entries(asked).map(([name, setting]) => {
    const value = environment[name] || undefined;
    const result = setting.schema.safeParse(value);
    if (!result.success) throw new WrongSetting(name, setting, value ?? "");
    return [name, result.data];
  });
  return Object.fromEntries(entries);
}

export type SettingLine = { name: string; value: string; origin: string; about: string };

/** Each setting as `holdfast config` shows it; secrets are told by presence only. */
export function describeConfig(asked: Settings, environment: Environment): SettingLine[] {
  const values = readConfig(asked, environment);
  return Object.entries(asked).map(([name, { about, secret }]) => {
    const value = values[name];
    const shown = value === undefined ? "(unset)" : secret ? "(set, secret)" : `${value}`;
    const origin = environment[name] ? "environment" : "default";
    return { name, value: shown, origin, about };
  });
}

/** The erasure list: unless a setting names it, it lies in the data directory. */
export function erasureList(
  { ERASURE_LIST: chosen }: Pick<Values<typeof platformSettings>, "ERASURE_LIST">,
  dataDirectory: string,
): string {
  return chosen ?? join(dataDirectory, "erasures.jsonl");
}

/** A file that came with the package, wherever the process was started from. */
export function packagedFile(path: string): string {
  return fileURLToPath(new URL(`../../${path}`, import.meta.url));
}
