import { execFile } from "node:child_process";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { program } from "./parts.ts";

const run = promisify(execFile);
const nobody = 65_534;
const waitMs = 100;
const waitsMax = 200;

/** What the test needs of Postfix, and root, since Postfix drops to its own user. */
export const postfixParts = {
  postfix: program("postfix"),
  "the user root": process.getuid?.() === 0 ? "root" : undefined,
};

export type Postfix = {
  url: string;
  /** The mails in a mailbox, when there are as many. */
  mailsIn(mailbox: string, count: number): Promise<string[]>;
  [Symbol.asyncDispose](): Promise<void>;
};

/**
 * A Postfix of the test's own: it takes mail for two domains, delivers to `ada` and `no-reply`, and returns what comes
 * for `gone`.
 * @param lmtpPort where it brings what comes for `help.larkmoor.example`
 */
export async function openPostfix(lmtpPort = 0): Promise<Postfix> {
  const directory = await mkdtemp(join(tmpdir(), "holdfast-postfix-"));
  await chmod(directory, 0o755);
  const configuration = join(directory, "conf");
  const port = await freePort();
  for (const name of ["conf", "queue", "data", "mail"]) await mkdir(join(directory, name));
  await chown(join(directory, "mail"), nobody, nobody);
  await run("chown", ["postfix", join(directory, "data")]);
  await writeFile(join(configuration, "main.cf"), mainOf(directory, lmtpPort));
  await writeFile(join(configuration, "master.cf"), masterOf(port));
  await run("postfix", ["-c", configuration, "start"]);
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsIn: async (mailbox, count) => {
      const folder = join(directory, "mail", mailbox, "new");
      for (let tries = 0; ; tries++) {
        if (tries === waitsMax) throw new Error(await readFile(join(directory, "log"), "utf8"));
        const names = await readdir(folder).catch(() => []);
        if (names.length >= count) {
          return await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
        }
        await sleep(waitMs);
      }
    },
    [Symbol.asyncDispose]: async () => {
      await run("postfix", ["-c", configuration, "stop"]);
      await rm(directory, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

function mainOf(directory: string, lmtpPort: number): string {
  const settings = {
    compatibility_level: "3.6",
    queue_directory: join(directory, "queue"),
    data_directory: join(directory, "data"),
    mail_owner: "postfix",
    setgid_group: "postdrop",
    myhostname: "mx.clients.example",
    mydestination: "",
    inet_interfaces: "127.0.0.1",
    inet_protocols: "ipv4",
    virtual_mailbox_domains: "clients.example, larkmoor.example",
    virtual_mailbox_base: join(directory, "mail"),
    virtual_mailbox_maps:
      "inline:{ ada@clients.example=ada/, gone@clients.example=gone/, no-reply@larkmoor.example=no-reply/ }",
    virtual_uid_maps: `static:${nobody}`,
    virtual_gid_maps: `static:${nobody}`,
    virtual_minimum_uid: "1",
    transport_maps: `inline:{ gone@clients.example=gone:, help.larkmoor.example=lmtp:inet:127.0.0.1:${lmtpPort} }`,
    relay_domains: "help.larkmoor.example",
    recipient_delimiter: "+",
    lmtp_send_xforward_command: "yes",
    // What isn't taken is tried again soon.
    queue_run_delay: "1s",
    minimal_backoff_time: "1s",
    maillog_file: join(directory, "log"),
    maillog_file_prefixes: directory,
    alias_maps: "",
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return `${lines.join("\n")}\n`;
}

/** No part in a chroot: the directory holds nothing but what the test made. */
function masterOf(port: number): string {
  const part = (name: string, command = name) =>
    `${name} unix - - n - ${command === "bounce" ? "0" : "-"} ${command}`;
  return [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    "cleanup unix n - n - 0 cleanup",
    "qmgr unix n - n 5 1 qmgr",
    "virtual unix - n n - - virtual",
    "gone unix - n n - - pipe user=nobody argv=/bin/false",
    "postlog unix-dgram n - n - 1 postlogd",
    part("rewrite", "trivial-rewrite"),
    part("bounce"),
    part("defer", "bounce"),
    part("trace", "bounce"),
    part("retry", "error"),
    ...["verify", "proxymap", "error", "anvil", "lmtp"].map((name) => part(name)),
    "",
  ].join("\n");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}
