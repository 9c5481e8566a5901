import { read, readFrames, type Strength, tile } from "#mark";
import { type BenchLine, median, rounded } from "./line.ts";
import { attacked, attacks } from "./mark-attacks.ts";
import { filmed, films } from "./mark-film.ts";
import { drawPages, marked, type Page } from "./mark-pages.ts";
import { takeScreens } from "./mark-screens.ts";
import { visibilityOf } from "./mark-visibility.ts";
import { wrongOnes } from "./mark-wrong.ts";
import type { BenchOptions } from "./options.ts";

const key = Buffer.alloc(32, 0x4d);
const visibility = "strength";
const rowNames = [...Object.keys(attacks), ...Object.keys(films)];
const payloads = [0x2_0123_4567_89abn, 0xff_0000_ffff_1234n, 1n];

/**
 * How much of a mark survives the attacks of the reference's table, in per cent of its pictures, and how long a picture
 * takes: four pages and one payload at the stronger of the two strengths. The pages are the desk's own, as Chromium shows
 * them, and made-up ones that are fuller; without Chromium only these. With `--whole` ten pages of the desk, light and dark,
 * with three payloads, both strengths, 1x and 2x, and how strong the mark is on each page. `--rows` takes some of the attacks alone,
 * `--rows strength` only how strong it is. With `--events N` only N pictures without a mark or with another key's.
 */
export async function mark(options: BenchOptions): Promise<BenchLine[]> {
  const { whole = false, events = 0, rows = [...rowNames, visibility] } = options;
  const unknown = rows.find((row) => row !== visibility && !rowNames.includes(row));
  if (unknown !== undefined)
    throw new Error(
      `There is no row ${unknown}. There are: ${[...rowNames, visibility].join(", ")}`,
    );
  if (events > 0) return wrongOnes(await openPages(1, true), events);
  const lines: BenchLine[] = [];
  for (const scale of whole ? [1, 2] : [1]) {
    const pages = await openPages(scale, whole);
    if (rows.includes(visibility)) lines.push(...pages.flatMap(visibilityOf));
    for (const strength of whole ? ([3, 2] as const) : ([3] as const))
      for (const name of rowNames.filter((row) => rows.includes(row)))
        lines.push(...(await survive(name, pages, strength, whole ? 3 : 1)));
  }
  return lines;
}

async function openPages(scale: number, whole: boolean): Promise<Page[]> {
  const screens = await takeScreens(scale);
  const drawn = await drawPages(scale);
  if (whole) return screens.length > 0 ? screens : drawn;
  return [screens[0], screens[7], drawn[6], drawn[3], drawn[0], drawn[1]]
    .filter((page) => page !== undefined)
    .slice(0, 4);
}

async function survive(
  name: string,
  pages: readonly Page[],
  strength: Strength,
  count: number,
): Promise<BenchLine[]> {
  let [decoded, wrong] = [0, 0];
  const seconds: number[] = [];
  const scale = pages[0]?.scale ?? 1;
  for (const payload of payloads.slice(0, count)) {
    const drawn = tile(payload, key, { strength, scale });
    for (const page of pages) {
      const shot = { ...page, grey: marked(page, drawn) };
      const quality = films[name];
      const shots = quality
        ? await filmed(shot, quality)
        : [await attacked(shot, attacks[name] ?? [])];
      const images = shots.map(({ width, height, grey }) => ({
        ...{ width, height },
        levels: Float32Array.from(grey),
      }));
      const start = process.cpuUsage().user;
      const [first] = images;
      const reading = quality || !first ? readFrames(images, key) : read(first, key);
      seconds.push((process.cpuUsage().user - start) / 1e6);
      if (reading.is === "read") reading.payload === payload ? decoded++ : wrong++;
    }
  }
  const asked = pages.length * count;
  const title = `mark ${name} ${strength} levels ${scale}x, of ${asked}`;
  const line = {
    name: title,
    value: rounded((100 * decoded) / asked),
    unit: "% decoded",
  };
  const most = rounded(Math.max(...seconds));
  console.error(
    `${title.padEnd(40)} ${line.value} %  ${rounded(median(seconds))} s, at most ${most} s`,
  );
  const all = [
    line,
    { name: `${title}, processor time`, value: rounded(median(seconds)), unit: "s" },
    { name: `${title}, processor time, most`, value: most, unit: "s" },
  ];
  return wrong === 0 ? all : [...all, { name: `${title}, wrong`, value: wrong, unit: "pictures" }];
}
