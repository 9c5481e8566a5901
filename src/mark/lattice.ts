/**
 * The lattice that a mark repeats on: squares of `step` times the root of 10 pixels, turned by atan(1/3), 18.4 degrees, so that neither
 * lines of text nor a JPEG's blocks run along it. Its corners are whole pixels: `step` * (3, 1) and `step` * (-1, 3).
 */
export const step = 60;

/** A frequency of the lattice: whole waves along each side of a tile. */
export type Frequency = readonly [along: number, across: number];

/** Text and rules live below, what compression drops lives above (waves a tile). */
const radiusMin = 5;
export const pilotCount = 14;
export const carrierCount = 128;
const pilotRadii = [6.4, 9.2, 7.3, 10.3, 8.1];

/** Frequencies whose phases the key alone decides: by them a reader finds size, turn and place. */
export const pilots: readonly Frequency[] = choosePilots();

/** Frequencies that carry two chips of the code each, the slowest first. */
export const carriers: readonly Frequency[] = chooseCarriers();

/** Along the pixels' axes stand lines of text and the rules of tables. */
function isOnAxis([along, across]: Frequency): boolean {
  return Math.abs(3 * along - across) < 3 || Math.abs(along + 3 * across) < 3;
}

function halfPlane(radiusMax: number): Frequency[] {
  const found: Frequency[] = [];
  for (let along = 0; along <= radiusMax; along++)
    for (let across = -Math.floor(radiusMax); across <= radiusMax; across++) {
      const radius = Math.hypot(along, across);
      if (along === 0 && across <= 0) continue;
      if (radius >= radiusMin && radius <= radiusMax && !isOnAxis([along, across]))
        found.push([along, across]);
    }
  return found.sort((a, b) => Math.hypot(...a) - Math.hypot(...b) || a[0] - b[0] || a[1] - b[1]);
}

function choosePilots(): Frequency[] {
  const free = halfPlane(11);
  const chosen: Frequency[] = [];
  for (let index = 0; index < pilotCount; index++) {
    const angle = -Math.PI / 2 + (Math.PI * (index + 0.5)) / pilotCount;
    const radius = pilotRadii[(index * 2) % pilotRadii.length] ?? 8;
    const [x, y] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    const away = ([along, across]: Frequency) => Math.hypot(along - x, across - y);
    const best = free.filter((each) => !chosen.includes(each)).sort((a, b) => away(a) - away(b))[0];
    if (best) chosen.push(best);
  }
  return chosen;
}

function chooseCarriers(): Frequency[] {
  const isPilot = ([along, across]: Frequency) =>
    pilots.some((pilot) => pilot[0] === along && pilot[1] === across);
  return halfPlane(13)
    .filter((each) => !isPilot(each))
    .slice(0, carrierCount);
}
