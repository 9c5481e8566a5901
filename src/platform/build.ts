import { hash } from "node:crypto";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { type BuildOptions, buildSync } from "esbuild";

export type Built = {
  files: { path: string; text: string }[];
  /** What the built files import that isn't in them. */
  needed: string[];
};

/** The files that went in, with their hashes, beside what came out. */
type Kept = { inputs: [file: string, hash: string][]; built: Built };

/**
 * Builds with esbuild, which starts a process of its own each time. Where Node keeps what it compiled (NODE_COMPILE_CACHE),
 * the result is kept too, and serves until a file that went in is another one: many processes of one test run build once.
 */
export function build(options: BuildOptions): Built {
  const folder = getCompileCacheDir();
  if (folder === undefined) return buildNow(options).built;
  const file = join(folder, `build-${hash("sha256", JSON.stringify(options))}.json`);
  const kept = read(file);
  if (kept?.inputs.every(([input, hashed]) => hashOf(input) === hashed)) return kept.built;
  const made = buildNow(options);
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify(made));
  renameSync(unfinished, file); // another process may read it at this moment
  return made.built;
}

function buildNow(options: BuildOptions): Kept {
  const { outputFiles, metafile } = buildSync({
    ...options,
    absWorkingDir: process.cwd(),
    logLevel: "silent",
    metafile: true,
    write: false,
  });
  const inputs = Object.keys(metafile.inputs).map((input) => join(process.cwd(), input));
  return {
    inputs: inputs.map((input) => [input, hashOf(input)]),
    built: {
      files: outputFiles.map(({ path, text }) => ({ path, text })),
      needed: Object.values(metafile.outputs).flatMap(({ imports }) =>
        imports.map(({ path }) => path),
      ),
    },
  };
}

function hashOf(file: string): string {
  return hash("sha256", readFileSync(file));
}

function read(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
