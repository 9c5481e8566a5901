import { readdirSync, readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second. */
const tickMs = 10;

/** Of /proc/PID/stat, counted behind the process's name: its parent, its own time and the kernel's for it. */
const [parentAt, userAt, systemAt] = [1, 11, 12];

/**
 * The processor time that this process and all that it started took so far, in milliseconds: also on a machine that is
 * busy with other work, it says what something costs.
 */
export function processorTimeMs(): number {
  const processes = new Map<number, { parent: number; ms: number }>();
  for (const name of readdirSync("/proc")) {
    const process = /^\d+$/.test(name) ? processOf(name) : undefined;
    if (process) processes.set(Number(name), process);
  }
  let sum = 0;
  for (const [pid, { ms }] of processes) if (isOurs(pid)) sum += ms;
  return sum;

  function isOurs(pid: number): boolean {
    if (pid === process.pid) return true;
    const parent = processes.get(pid)?.parent;
    return parent !== undefined && parent > 0 && isOurs(parent);
  }
}

/** Undefined for a process that ended meanwhile. */
function processOf(pid: string): { parent: number; ms: number } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = Number(fields[userAt]) + Number(fields[systemAt]);
    return { parent: Number(fields[parentAt]), ms: ticks * tickMs };
  } catch {
    return undefined;
  }
}
