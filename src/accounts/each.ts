/** Does something for each, one after the other: what fails for one holds up no other, and is thrown at the end. */
export async function forEach<One>(
  all: readonly One[],
  work: (one: One) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const one of all) await work(one).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} failed`);
}
