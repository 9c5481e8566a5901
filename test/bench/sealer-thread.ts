import { parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "#platform";
import { openBenchSealer } from "./bench-sealer.ts";

/** The sealer in a thread of its own, as in a process of its own: its processor time can be told from the load's. */
const database = openDatabase(workerData, () => {});
const sealer = openBenchSealer(database);
await sealer.sealOnce();
const { rows } = await database.query<{ pid: number }>("select pg_backend_pid() as pid");
const stopping = new AbortController();
const before = process.threadCpuUsage();
const running = sealer.run(stopping.signal);
parentPort?.postMessage({ is: "ready", pids: rows.map(({ pid }) => pid) });
parentPort?.once("message", async () => {
  stopping.abort();
  await running;
  await sealer.sealOnce();
  const { user, system } = process.threadCpuUsage(before);
  await database.end();
  parentPort?.postMessage({ is: "stopped", cpuMs: (user + system) / 1_000 });
});
