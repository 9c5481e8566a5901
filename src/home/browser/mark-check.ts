/* Whether the mark over a page is as it was made. */

const topmost = "2147483647";

export type Wrong = "removed" | "hidden" | "altered";

/** How it isn't. */
export function wrongWith(overlay: HTMLElement, canvas: HTMLElement): Wrong | undefined {
  const band = overlay.querySelector<HTMLElement>("i");
  if (!overlay.isConnected || canvas.parentElement !== overlay || !band) return "removed";
  const shown = [overlay, "values" in overlay.dataset ? canvas : band];
  const styles = shown.map((element) => getComputedStyle(element));
  const isSeen = styles.every(
    ({ display, visibility, opacity }) =>
      display !== "none" && visibility === "visible" && Number(opacity) === 1,
  );
  if (!isSeen) return "hidden";
  const isPlain = styles.every(
    ({ filter, clipPath, transform, maskImage, mixBlendMode }) =>
      [filter, clipPath, transform, maskImage].every((each) => each === "none") &&
      mixBlendMode === "normal",
  );
  const hasTile = getComputedStyle(band).backgroundImage.startsWith("url(");
  const isOver = styles[0]?.position === "fixed" && styles[0].zIndex === topmost;
  const covering = shown.filter((element) => element !== band);
  return isPlain && hasTile && isOver && covering.every(isWhole) ? undefined : "altered";
}

function isWhole(element: HTMLElement): boolean {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  return left <= 0 && top <= 0 && right > clientWidth - 1 && bottom > clientHeight - 1;
}
