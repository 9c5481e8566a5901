import { english, type Id, systemClock } from "#platform";
import { Pseudonyms } from "../../src/trace/case/index.ts";
import type { TraceStep } from "../../src/trace/case/trace.ts";
import { reportOf, reportText } from "../../src/trace/report.ts";
import { readSample } from "../../src/trace/sample/index.ts";
import { draftCertificate } from "../../src/trace/scope/index.ts";
import { runTrace } from "../../src/trace/tracing.ts";
import type { DrawnLeak } from "./trace-leak.ts";
import type { RunningWorld } from "./trace-world.ts";

export type StepName = TraceStep | "reporting" | "drafting";

/** What a trace said, in one text, and how long each step took, in milliseconds. */
export type TraceAnswer = {
  people: readonly Id<"staff">[];
  said: string;
  steps: ReadonlyMap<StepName, number>;
  totalMs: number;
};

/** A whole trace, as a worker runs it: to its report in both forms and the certificate that two would sign. */
export async function traceOnce(desk: RunningWorld, leak: DrawnLeak): Promise<TraceAnswer> {
  const { trace, analyst } = desk;
  const bytes = Buffer.from(leak.csv);
  const { columns } = await readSample(bytes);
  const meanings = new Map(columns.map(({ name, meaning }) => [name, meaning])); // as somebody confirmed
  const began: [StepName, number][] = [];
  const begin = (step: StepName) => void began.push([step, performance.now()]);
  const input = { trace, sample: bytes, columns: meanings, before: leak.before };
  const { result } = await runTrace(desk, input, async (step) => begin(step));
  begin("reporting");
  const called = new Pseudonyms(result);
  const said = JSON.stringify(reportOf(english, result, called));
  reportText(english, systemClock(), result, called);
  begin("drafting");
  const { scope, before, people, sample } = result;
  const { countedAt, hash } = scope;
  const watched = people.map(({ staff, firstAt, lastAt }) => ({
    staff,
    first: firstAt,
    last: lastAt,
  }));
  const draft = {
    ...{ trace, before, countedAt, people: watched },
    sample: { digest: Buffer.from(sample.digest, "hex"), rows: sample.rows },
    scope: { ...scope, hash: Buffer.from(hash, "base64") },
  };
  await draftCertificate(desk, analyst, draft, systemClock());
  const ended = performance.now();
  const steps = began.map(([step, at], place) => {
    const [, next = ended] = began[place + 1] ?? [];
    return [step, next - at] as const;
  });
  return {
    people: people.map(({ staff }) => staff),
    ...{ said, steps: new Map(steps), totalMs: ended - (began[0]?.[1] ?? ended) },
  };
}
