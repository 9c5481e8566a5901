import { globSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "./build.ts";

const source = fileURLToPath(new URL("../", import.meta.url));
let compiled: Map<string, string> | undefined;

/**
 * Lets Node load `.tsx` pages as they stand in the source, so nobody runs a build step. All go through esbuild when the
 * first is imported: it is a process of its own, and one start of it is enough. Import this module before any page.
 */
registerHooks({
  load(url, context, nextLoad) {
    if (!url.startsWith("file:") || !url.endsWith(".tsx")) return nextLoad(url, context);
    compiled ??= compilePages();
    const page = compiled.get(fileURLToPath(url));
    if (page === undefined) return nextLoad(url, context);
    return { format: "module", source: page, shortCircuit: true };
  },
});

/** @returns the modules by the files that they were written in */
function compilePages(): Map<string, string> {
  const { files } = build({
    entryPoints: globSync("**/*.tsx", { cwd: source }).map((file) => source + file),
    outdir: source,
    outbase: source,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    target: "node24",
  });
  return new Map(files.map(({ path, text }) => [path.replace(/\.js$/, ".tsx"), text]));
}
