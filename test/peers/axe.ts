/** What axe-core, loaded before, finds wrong. Runs inside the page. */
export async function violations(): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string }[] }[] };
  const { axe: checker } = window as unknown as { axe: { run(): Promise<Found> } };
  const found = await checker.run();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

/** Runs inside the page. */
export function isTooWide(): boolean {
  return document.documentElement.scrollWidth > window.innerWidth;
}
