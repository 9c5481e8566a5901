import { nameOf } from "../errors.ts";

/**
 * Does something for each, one after the other: what fails for one holds up no other.
 * @throws {AggregateError} at the end, with every failure
 */
export async function forEach<One>(
  all: Iterable<One> | AsyncIterable<One>,
  work: (one: One) => Promise<unknown>,
): Promise<void> {
  const failures: unknown[] = [];
  for await (const one of all) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length === 0) return;
  const names = [...new Set(failures.map(nameOf))].join(", ");
  throw new AggregateError(failures, `${failures.length} failed: ${names}`);
}
