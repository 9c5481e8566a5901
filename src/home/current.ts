/** Whether a page stands at a place of the navigation, or below it. */
export function isCurrent(place: string, path: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
