import { fileURLToPath } from "node:url";
import { z } from "@hono/zod-openapi";
import { InvalidInput } from "./errors.ts";

/** A path that came with the package, wherever the process was started from. */
const packaged = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const port = z.coerce.number().int().min(0).max(65_535);
const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/ })
  .describe("a PostgreSQL URL, such as postgres://holdfast@localhost/holdfast");

/**
 * Every setting, with its default and its remedy. The environment is the only place settings come from;
 * `holdfast config` prints them with their origin. A `secret` setting is never printed.
 */
const settings = {
  HOST: {
    schema: z.string().min(1).default("127.0.0.1"),
    about: "address to listen on",
    remedy: "Give an address of this machine, such as 127.0.0.1 or 0.0.0.0.",
  },
  PORT: {
    schema: port.default(8080),
    about: "port to listen on",
    remedy: "Give a whole number from 0 to 65535; 0 picks a free port.",
  },
  PUBLIC_URL: {
    schema: z.url({ protocol: /^https?$/ }).optional(),
    about: "address that people reach this site at; its presence means production",
    remedy: "Give a whole address, such as https://help.example.com, or leave it unset.",
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
  SMTP_URL: {
    schema: z.url({ protocol: /^smtps?$/ }).optional(),
    about: "where genuine mail is handed over; nothing is sent yet",
    remedy: "Give a URL such as smtps://user:password@mail.example.com, or leave it unset.",
    secret: true,
  },
  DIRECTORY_FILE: {
    schema: z.string().min(1).default(packaged("examples/larkmoor.directory.jws.json")),
    about: "signed directory of official contacts",
    remedy: "Give the path of a file that `holdfast directory sign` wrote.",
  },
  DIRECTORY_KEY: {
    schema: z.string().min(1).default(packaged("examples/demo-directory-key.public.json")),
    about: "public key that the directory must be signed with",
    remedy: "Give the path of the public key file that `holdfast key` wrote.",
  },
  POLICY_FILE: {
    schema: z.string().min(1).default(packaged("examples/larkmoor.policy.jws.json")),
    about: "signed policy bundle",
    remedy: "Give the path of a file that `holdfast policy sign` wrote.",
  },
  POLICY_KEY: {
    schema: z.string().min(1).default(packaged("examples/demo-policy-key.public.json")),
    about: "public key that the policy bundle must be signed with",
    remedy: "Give the path of the public key file that `holdfast key` wrote.",
  },
  HELP_CONTENT: {
    schema: z.string().min(1).default(packaged("content/help")),
    about: "directory of help articles and banners",
    remedy: "Give the path of a directory with one folder of articles for each language.",
  },
  TRUSTED_PROXIES: {
    schema: z.coerce.number().int().min(0).max(10).default(0),
    about: "how many proxies in front of us append to X-Forwarded-For",
    remedy: "Give a whole number from 0 to 10; 0 ignores the header.",
  },
  METRICS_TOKEN: {
    schema: z.string().min(16).optional(),
    about: "bearer token that opens /metrics from elsewhere than this machine",
    remedy: "Give at least 16 characters, or leave it unset.",
    secret: true,
  },
  LOG_LEVEL: {
    schema: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    about: "least severe log line that is written",
    remedy: "Give one of debug, info, warn, error, silent.",
  },
} satisfies Record<string, { schema: z.ZodType; about: string; remedy: string; secret?: boolean }>;

type Name = keyof typeof settings;
export type Config = { readonly [N in Name]: z.output<(typeof settings)[N]["schema"]> };
type Environment = Readonly<Record<string, string | undefined>>;

/** A setting with a wrong value. The message names the setting, the value (unless secret) and the remedy. */
export class WrongSetting extends InvalidInput {
  constructor(name: Name, value: string) {
    const setting: { remedy: string; secret?: boolean } = settings[name];
    const shown = setting.secret ? "a value that is kept secret" : JSON.stringify(value);
    super("wrong_setting", `${name} is ${shown}, which does not work. ${setting.remedy}`);
  }
}

/** Reads every setting. An empty value counts as unset. Throws `WrongSetting` for the first wrong one. */
export function readConfig(environment: Environment): Config {
  const entries = names().map((name) => {
    const value = environment[name] || undefined;
    const result = settings[name].schema.safeParse(value);
    if (!result.success) throw new WrongSetting(name, value ?? "");
    return [name, result.data];
  });
  return Object.fromEntries(entries);
}

export type SettingLine = { name: string; value: string; origin: string; about: string };

/** Every setting as `holdfast config` shows it; secrets are told by presence only. */
export function describeConfig(environment: Environment): SettingLine[] {
  const config = readConfig(environment);
  return names().map((name) => {
    const setting: { about: string; secret?: boolean } = settings[name];
    const value = config[name];
    const shown = value === undefined ? "(unset)" : setting.secret ? "(set, secret)" : `${value}`;
    const origin = environment[name] ? "environment" : "default";
    return { name, value: shown, origin, about: setting.about };
  });
}

function names(): Name[] {
  return Object.keys(settings) as Name[];
}
