/**
 * Whether a link carries nothing behind its path but these parameters, each once at most. A repeated one is read
 * differently by each program, and an unknown one or a fragment can lead anywhere.
 */
export function carriesOnly(url: URL, parameters: readonly string[]): boolean {
  const names = [...url.searchParams.keys()];
  if (url.hash !== "" || new Set(names).size !== names.length) return false;
  return names.every((name) => parameters.includes(name));
}
