#!/usr/bin/env node
// Plain JavaScript, so that an older Node gets a sentence instead of a syntax error.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

if (major < 24 || (major === 24 && minor < 12)) {
  console.error(
    `Holdfast needs Node 24.12 or later; this is ${process.versions.node}. ` +
      "The package brings its own: run `npm start`, or `npx holdfast help`.",
  );
  process.exitCode = 2;
} else {
  await import("../src/platform/tsx.ts");
  const { runProcess } = await import("../src/main.ts");
  process.exitCode = await runProcess(process.argv.slice(2));
}
