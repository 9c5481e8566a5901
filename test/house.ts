import type { Source } from "./source.ts";

/** Who may import whom, in building order (beside `platform`): ARCHITECTURE.md shows the same table. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  platform: [],
  tlog: [],
  guard: [],
  mark: [],
  ledger: ["tlog"],
  policy: ["guard", "ledger"],
  keys: ["ledger", "policy"],
  outbox: ["guard", "policy", "ledger", "keys"],
  accounts: ["policy", "ledger", "keys", "outbox"],
  contacts: ["guard", "policy", "ledger", "outbox", "accounts"],
  help: ["guard", "policy", "ledger", "accounts", "contacts"],
  tickets: ["guard", "policy", "ledger", "keys", "outbox", "accounts", "contacts", "help"],
  vault: ["guard", "policy", "ledger", "keys", "outbox", "accounts", "tickets"],
  calls: [
    "guard",
    "policy",
    "ledger",
    "keys",
    "outbox",
    "accounts",
    "contacts",
    "tickets",
    "vault",
  ],
  watch: ["policy", "ledger", "outbox", "accounts", "tickets", "vault", "calls"],
  trace: ["tlog", "mark", "policy", "ledger", "keys", "accounts", "vault", "watch"],
  briefs: ["guard", "tlog", "policy", "ledger", "outbox", "accounts", "contacts", "trace"],
  home: [
    "tlog",
    "guard",
    "mark",
    "ledger",
    "policy",
    "keys",
    "outbox",
    "accounts",
    "contacts",
    "help",
    "tickets",
    "vault",
    "calls",
    "watch",
    "trace",
    "briefs",
  ],
};

/** Slices that are pure: beside their own files they import nothing and touch nothing. */
export const pure: readonly string[] = ["tlog", "guard", "mark"];

/** What everything but a pure slice may use of Node. */
const builtIns = /^node:(?:buffer|crypto|events|fs|net|os|path|stream|timers|url|util)(?:\/\w+)?$/;

/** Packages with HTTP in them: their place is routes*.ts. */
export const web = /^(?:hono|@hono|undici)(?:\/|$)|^node:(?:https?|http2|net|tls|dgram)$/;

/** What a folder or a file uses beside that: a line here is a decision (docs/decisions/dependencies.md). */
export const packages: Readonly<Record<string, readonly string[]>> = {
  "src/platform/": [
    "@hono/zod-openapi",
    "hono",
    "intl-messageformat",
    "jose",
    "pino",
    "prom-client",
  ],
  "src/platform/backup/": ["age-encryption", "node:zlib", "pg", "pg-copy-streams"],
  "src/platform/database/": ["graphile-worker", "node:child_process", "node:module", "pg"],
  "src/platform/http/": ["@hono/node-server"],
  "src/platform/jobs.ts": ["graphile-worker"],
  "src/platform/processes/": ["node:child_process"],
  "src/platform/build.ts": ["esbuild", "node:module"],
  "src/platform/tsx.ts": ["node:module"],
  "src/tlog/": ["node:crypto"],
  "src/guard/weighing/": ["node:zlib"],
  "src/guard/secrets/": ["@scure/base", "@scure/bip39", "node:crypto"],
  "src/guard/scam/": ["@noble/hashes", "@scure/base"],
  "src/mark/": ["node:crypto"],
  "src/mark/demo.ts": ["sharp"],
  "src/mark/drawing/": ["node:worker_threads"],
  "src/mark/finding/": ["node:worker_threads"],
  "src/ledger/": ["@hono/zod-openapi", "hono"],
  "src/ledger/filling/": ["pg"],
  "src/ledger/filling/store.ts": ["pg-copy-streams"],
  "src/ledger/verifying/store.ts": ["pg", "pg-copy-streams"],
  "src/policy/access/": ["@cedar-policy/cedar-wasm"],
  "src/policy/": ["@hono/zod-openapi", "hono", "intl-messageformat", "markdown-it", "yaml"],
  "src/keys/": ["@hono/zod-openapi"],
  "src/keys/kek-pkcs11.ts": ["node:child_process"],
  "src/accounts/": ["@hono/zod-openapi", "hono"],
  "src/accounts/session/browser-name.ts": ["bowser"],
  "src/accounts/provider/provider.ts": ["openid-client"],
  "src/accounts/authenticator/": ["otplib", "uqr"],
  "src/accounts/passkey/": ["@simplewebauthn/server"],
  "src/accounts/browser/": ["@simplewebauthn/browser"],
  "src/outbox/": ["@hono/zod-openapi", "hono", "intl-messageformat", "postal-mime", "yaml"],
  "src/outbox/delivering/": ["nodemailer"],
  "src/contacts/": [
    "@hono/zod-openapi",
    "entities",
    "libphonenumber-js",
    "mailauth",
    "postal-mime",
    "tldts",
  ],
  "src/contacts/check-command.ts": ["node:dns"],
  "src/contacts/mail-drafts.ts": ["node:assert"],
  "src/help/": ["@hono/zod-openapi", "hono", "markdown-it", "yaml"],
  "src/tickets/": ["@hono/zod-openapi", "hono", "yaml"],
  "src/tickets/attachment/attachment.test.ts": ["sharp"],
  "src/tickets/report/report-files.test.ts": ["sharp"],
  "src/tickets/attachment/decoding/": ["@hyzyla/pdfium", "sharp"],
  "src/tickets/mail/": ["@hono/zod-openapi", "mailauth", "postal-mime", "smtp-server"],
  "src/vault/": ["@hono/zod-openapi", "@simplewebauthn/server", "hono"],
  "src/vault/filling/store.ts": ["pg-copy-streams"],
  "src/vault/importing/store.ts": ["pg-copy-streams"],
  "src/calls/": ["@hono/zod-openapi", "hono"],
  "src/calls/words/list.test.ts": ["@scure/bip39"],
  "src/watch/": ["@hono/zod-openapi", "hono"],
  "src/trace/": ["@hono/zod-openapi", "hono"],
  "src/briefs/": ["@hono/zod-openapi", "hono"],
  "src/trace/photo/": ["@hyzyla/pdfium", "sharp"],
  "src/trace/sample/": ["libphonenumber-js"],
  "src/home/": ["hono"],
  "src/home/screen-mark/": ["node:zlib"],
  "src/server.ts": ["node:dns"],
  "src/site-parts.ts": ["node:dns"],
  "src/verify-process.ts": ["node:child_process"],
  "test/bench/mark": ["sharp"],
  "test/photographed.ts": ["sharp"],
  "test/peers/screen-mark.test.ts": ["sharp"],
  "test/peers/marked-letters.test.ts": ["sharp"],
  "test/journeys/pictured-value.test.ts": ["sharp"],
  "test/bench/clients-import.ts": ["pg-copy-streams"],
  "test/": [
    "@hono/zod-openapi",
    "@scure/bip39",
    "@simplewebauthn/server",
    "age-encryption",
    "fast-check",
    "jose",
    "mailauth",
    "oidc-provider",
    "otplib",
    "pg",
    "postal-mime",
    "smtp-server",
    "tldts",
  ],
};

/** Where a business noun means something technical in platform. */
export const homonyms: Readonly<Record<string, RegExp>> = {
  agent: /^src\/platform\/http\/outgoing/, // of connections
  client: /^src\/platform\/(?:backup|database|http|actor|metrics)/, // of a server; a kind of actor; prom-client
  directory: /^src\/platform\/(?:config|database|files|index|instance|language|signed\/seen)/, // a folder
  policy: /^src\/platform\/http\/app/, // a security header
  grant: /^src\/platform\/database\/migrate/, // of a database role
};

/** Why a door is shut for a file. */
export function refusedDoor({ slice, isTest }: Source, from: string): string | false {
  const door = from.slice(1);
  if (!from.startsWith("#") || (isTest && /^#(?:test|fast-check)$/.test(from))) return false;
  if (door === slice) return "imports its own door";
  if (!(door in mayImport)) return `imports ${from}, which is no door`;
  const isAllowed = slice === undefined || (pure.includes(slice) ? isTest : door === "platform");
  if (isAllowed || mayImport[slice ?? ""]?.includes(door)) return false;
  return `imports ${from}, which does not stand above it`;
}

/** Why a file may not use a package or a part of Node. */
export function refusedPackage({ slice = "", path, isTest }: Source, from: string): string | false {
  const used = /^(?![#./])(?:@[^/]+\/)?[^/]+/.exec(from)?.[0];
  if (used === undefined || (isTest && used.startsWith("node:"))) return false;
  const isFree =
    !pure.includes(slice) && (builtIns.test(from) || (web.test(from) && /^node:/.test(from)));
  const listed = Object.entries(packages).filter(([start]) => path.startsWith(start));
  return !isFree && !listed.some(([, names]) => names.includes(used)) && `uses ${used}`;
}

/** A slice reads its own files and its own messages; nobody else reads its files, and only tests read tests. */
export function isThroughWall({ slice, path, isTest }: Source, from: string): boolean {
  if (!isTest && /\.test\.tsx?$/.test(from)) return true;
  if (!from.startsWith(".")) return /^(?:\/|\w{2,}:\/)/.test(from);
  const target = new URL(from, `file:///${path}`).pathname.slice(1);
  const owner = /^src\/([^/]+)\/|^messages\/\w+\/(\w+)(?:-\w+)*\.json$/.exec(target);
  const owning = owner?.[1] ?? owner?.[2];
  return slice === undefined ? owning !== undefined : owning !== slice;
}
