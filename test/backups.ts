import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Decrypter, Encrypter, generateIdentity, identityToRecipient } from "age-encryption";
import { Client } from "pg";
import {
  type BackupOptions,
  type BackupSummary,
  type DatabaseUrls,
  type RestoreOptions,
  type RestoreSummary,
  restoreBackup,
  takeBackup,
} from "#platform";

const { signal } = new AbortController();

/** A directory for backups, and a key that opens them. */
export class TestBackups {
  readonly directory: string;
  readonly identity: string;
  readonly recipient: string;

  private constructor(directory: string, identity: string, recipient: string) {
    this.directory = directory;
    this.identity = identity;
    this.recipient = recipient;
  }

  static async open(): Promise<TestBackups> {
    const identity = await generateIdentity();
    const directory = await mkdtemp(join(tmpdir(), "holdfast-backups-"));
    return new TestBackups(directory, identity, await identityToRecipient(identity));
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  encrypter(): Encrypter {
    const encrypter = new Encrypter();
    encrypter.addRecipient(this.recipient);
    return encrypter;
  }

  decrypter(): Decrypter {
    const decrypter = new Decrypter();
    decrypter.addIdentity(this.identity);
    return decrypter;
  }

  take(
    { ownerUrl }: DatabaseUrls,
    file: string,
    other: Partial<BackupOptions> = {},
  ): Promise<BackupSummary> {
    return takeBackup({
      ownerUrl,
      file,
      encrypter: this.encrypter(),
      product: "0.1.0",
      erasures: 0,
      now: new Date("2026-11-20T12:00:00Z"),
      onRead: () => {},
      signal,
      ...other,
    });
  }

  restore(
    file: string,
    urls: DatabaseUrls,
    other: Partial<RestoreOptions> = {},
  ): Promise<RestoreSummary> {
    return restoreBackup({
      file,
      decrypter: this.decrypter(),
      open: async () => urls,
      product: "0.1.0",
      erasures: { is: "none" },
      replayers: [],
      clock: () => new Date("2026-11-21T12:00:00Z"),
      onChecked: () => {},
      onRestored: () => {},
      progress: () => {},
      signal,
      ...other,
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** Every row that a backup must carry and where every sequence stands, as text that can be compared. */
export async function contentsOf(ownerUrl: string): Promise<Map<string, string[]>> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const contents = new Map<string, string[]>();
    const { rows: queries } = await client.query<{ name: string; sql: string }>(contentQueries);
    for (const { name, sql } of queries) {
      const { rows } = await client.query<{ row: string }>(sql);
      contents.set(
        name,
        rows.map(({ row }) => row),
      );
    }
    return contents;
  } finally {
    await client.end();
  }
}

const contentQueries = `
  select c.oid::regclass::text as name, format(
    case c.relkind when 'S' then 'select (last_value, is_called)::text as row from %s'
      else 'select t::text as row from %s t order by t::text collate "C"' end, c.oid::regclass) as sql
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not in ('information_schema', 'graphile_worker', 'public') and n.nspname !~ '^pg_'
    and c.relkind in ('r', 'p', 'S') and c.relpersistence = 'p'
    and c.oid::regclass::text <> 'platform.migrations' order by 1`;
