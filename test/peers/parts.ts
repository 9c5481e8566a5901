import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));

/** A program's path, or undefined when this machine has none. `npm run peers` installs them. */
export function program(...names: string[]): string | undefined {
  const folders = [
    ...(process.env.PATH ?? "").split(delimiter),
    "/usr/lib/postgresql/15/bin",
    "/usr/lib/softhsm",
  ];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** The path of a package under `test/peers/tools`, or undefined when it isn't installed. */
export function peerPackage(name: string): string | undefined {
  try {
    return createRequire(join(here, "tools/package.json")).resolve(name);
  } catch {
    return undefined;
  }
}

/** For a test's `skip` option: false when everything is there, else which part is missing. */
export function missing(parts: Record<string, string | undefined>): string | false {
  const names = Object.entries(parts).flatMap(([name, path]) => (path ? [] : [name]));
  return names.length > 0 && `missing here: ${names.join(", ")} (npm run peers)`;
}
