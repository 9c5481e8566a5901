import { existsSync } from "node:fs";
import type { Migration } from "../database/index.ts";
import { InvalidInput } from "../errors.ts";
import type { Header } from "./format.ts";

/** Where the list of erasures is. `none` is a person's word that nothing was ever erased. */
export type ErasureList = { is: "list"; file: string } | { is: "none" };

const emptyOne =
  "Give it an empty one: another HOLDFAST_DATA, or with DATABASE_URL a database that was just created";

export class DatabaseInUse extends InvalidInput {
  constructor() {
    super(
      "database_in_use",
      `There is a Holdfast in this database already, and a restore overwrites nothing. ${emptyOne}.`,
    );
  }
}

export class OtherRestore extends InvalidInput {
  constructor() {
    super(
      "other_restore",
      `A restore of another backup into this database was stopped before its end. Go on with that file. Or leave this database alone: ${emptyOne}.`,
    );
  }
}

export class RestoreRunning extends InvalidInput {
  constructor() {
    super(
      "restore_running",
      "Another restore into this database is running, or is just being taken back. Wait for its end.",
    );
  }
}

class NewerBackup extends InvalidInput {
  constructor(header: Header, name: string, product: string) {
    super(
      "newer_backup",
      `Holdfast ${header.product} made this backup, and its ${name} isn't known to Holdfast ${product}. Restore with Holdfast ${header.product} or later.`,
    );
  }
}

class OtherMigration extends InvalidInput {
  constructor(name: string, kept: string, ours: string) {
    super(
      "other_migration",
      `${name} reads ${kept.slice(0, 12)} in the backup but ${ours.slice(0, 12)} here. Restore with the Holdfast that made the backup.`,
    );
  }
}

class NoErasureList extends InvalidInput {
  constructor(file: string) {
    super(
      "no_erasure_list",
      `${file} isn't there. Put the erasure list of the lost installation there, so that whoever was erased stays erased. Only if nothing was ever erased: --no-erasures.`,
    );
  }
}

class OlderErasureList extends InvalidInput {
  constructor(listed: number, known: number) {
    super(
      "older_erasure_list",
      `The erasure list has ${listed} erasures, but there were ${known} when the backup was made. Find the newest list: without it, whoever was erased comes back.`,
    );
  }
}

/** @throws {InvalidInput} when the backup has a migration that this version doesn't have, or has otherwise */
export function requireKnownMigrations(
  header: Header,
  known: readonly Migration[],
  product: string,
): void {
  const ours = new Map(known.map(({ name, sha256 }) => [name, sha256]));
  for (const { name, sha256 } of header.migrations) {
    const found = ours.get(name);
    if (found === undefined) throw new NewerBackup(header, name, product);
    if (found !== sha256) throw new OtherMigration(name, sha256, found);
  }
}

/** @throws {InvalidInput} when there is no list where one must be */
export function requireList(file: string): void {
  if (!existsSync(file)) throw new NoErasureList(file);
}

/** @throws {InvalidInput} when the list is shorter than it was at the time of the backup */
export function requireNewestList(header: Header, listed: number): void {
  if (listed < header.erasures) throw new OlderErasureList(listed, header.erasures);
}
