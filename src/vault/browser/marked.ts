/*
 * What a page's values have to do with the mark over it, which the desk's frame draws: a value is read on the mark's canvas.
 */

/** Whether the page has its mark, which may still be on its way. */
export async function isMarked(): Promise<boolean> {
  const overlay = document.querySelector<HTMLElement>("[data-screen-mark]");
  if (overlay && overlay.dataset.state === undefined) {
    const { promise, resolve } = Promise.withResolvers<unknown>();
    for (const name of ["mark:drawn", "mark:missing"])
      document.addEventListener(name, resolve, { once: true });
    await promise;
  }
  return overlay?.dataset.state === "drawn" && overlay.isConnected;
}

/** Puts a value where it stands on the page, to be drawn with the mark. @returns whether it was */
export function putMarked(place: HTMLElement, value: string): boolean {
  place.textContent = value;
  place.dataset.marked = "";
  document.dispatchEvent(new Event("mark:values"));
  return place.dataset.marked !== "";
}

/** Puts a mask in a value's place. */
export function putMask(place: HTMLElement, mask: string): void {
  place.textContent = mask;
  delete place.dataset.marked;
  document.dispatchEvent(new Event("mark:values"));
}
