import { globSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

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
  const files = globSync("**/*.tsx", { cwd: source }).map((file) => source + file);
  const { outputFiles } = buildSync({
    entryPoints: files,
    outdir: source,
    outbase: source,
    write: false,
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    target: "node24",
    logLevel: "silent",
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/\.js$/, ".tsx"), text]));
}
