/** Work that isn't begun anew while it goes on. What fails, because the database is away, the next time does. */
export function alone(work: () => Promise<void>): () => Promise<void> {
  let going: Promise<void> | undefined;
  return () => {
    going ??= work()
      .catch(() => {})
      .finally(() => {
        going = undefined;
      });
    return going;
  };
}
