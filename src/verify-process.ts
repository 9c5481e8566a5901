import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import type { CommandContext } from "#platform";

const program = fileURLToPath(new URL("../bin/holdfast.js", import.meta.url));
/** It printed a report: all fits, or something doesn't. */
const endsWithReport: readonly unknown[] = [0, 1];

/**
 * Runs `holdfast verify-log --json` as a process of its own, which gets processor time when nobody else wants it, and
 * whose memory (40 bytes for each event) isn't the desk's.
 * @returns the line that it printed
 * @throws when it ends without one, or was `stopping`
 */
export async function verifyInProcess(
  env: CommandContext["env"],
  stopping: AbortSignal,
): Promise<string> {
  const child = spawn(process.execPath, [program, "verify-log", "--json"], {
    env,
    signal: stopping,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  const [[code], line, complaint] = await Promise.all([
    once(child, "close"),
    text(child.stdout),
    text(child.stderr),
  ]);
  if (!endsWithReport.includes(code)) throw new Error(`verify-log ended: ${complaint.trim()}`);
  return line;
}
