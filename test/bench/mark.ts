import { read, type Strength, tile } from "#mark";
import { type BenchLine, median, rounded } from "./line.ts";
import { attacked, attacks } from "./mark-attacks.ts";
import { drawPages, marked, type Page } from "./mark-pages.ts";
import type { BenchOptions } from "./options.ts";

const key = Buffer.alloc(32, 0x4d);
const otherKey = Buffer.alloc(32, 0x6b);
const payloads = [0x2_0123_4567_89abn, 0xff_0000_ffff_1234n, 1n];

/**
 * How much of a mark survives the attacks of the reference's table, in per cent of its pictures, and how long a picture
 * takes: four pages and one payload at the stronger of the two strengths. With `--whole` ten pages, three payloads, both
 * strengths, 1x and 2x. With `--events N`, N pictures without a mark or with another key's.
 */
export async function mark({ whole = false, events = 0 }: BenchOptions): Promise<BenchLine[]> {
  const lines: BenchLine[] = [];
  for (const scale of whole ? [1, 2] : [1])
    for (const strength of whole ? ([3, 2] as const) : ([3] as const)) {
      const pages = await drawPages(scale, whole ? 10 : 4);
      for (const name of Object.keys(attacks))
        lines.push(...(await survive(name, pages, strength, whole ? 3 : 1)));
    }
  if (events > 0) lines.push(await wrongOnes(events));
  return lines;
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
      const { width, height, grey } = await attacked(shot, attacks[name] ?? []);
      const start = performance.now();
      const reading = read({ width, height, levels: Float32Array.from(grey) }, key);
      seconds.push((performance.now() - start) / 1000);
      if (reading.is === "read") reading.payload === payload ? decoded++ : wrong++;
    }
  }
  const title = `mark ${name} ${strength} levels ${scale}x`;
  const line = {
    name: title,
    value: rounded((100 * decoded) / (pages.length * count)),
    unit: "% decoded",
  };
  console.error(`${title.padEnd(40)} ${line.value} %  ${rounded(median(seconds))} s`);
  const all = [line, { name: `${title}, time`, value: rounded(median(seconds)), unit: "s" }];
  return wrong === 0 ? all : [...all, { name: `${title}, wrong`, value: wrong, unit: "pictures" }];
}

/** Pictures without a mark, and with another key's: each a crop of a page after noise. */
async function wrongOnes(count: number): Promise<BenchLine> {
  const pages = await drawPages(1);
  const drawn = tile(payloads[0] ?? 0n, otherKey);
  let wrong = 0;
  for (let index = 0; index < count; index++) {
    const page = pages[index % pages.length] as Page;
    const grey = index % 11 === 0 ? marked(page, drawn) : page.grey;
    const [width, height] = [420, 320];
    const [left, top] = [
      (index * 131) % (page.width - width),
      (index * 37) % (page.height - height),
    ];
    let state = index + 1;
    const levels = Float32Array.from({ length: width * height }, (_, at) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      const x = left + (at % width);
      const y = top + Math.floor(at / width);
      return (grey[y * page.width + x] ?? 0) + (state >>> 24) / 64;
    });
    if (read({ width, height, levels }, key).is === "read") wrong++;
  }
  return { name: `mark wrong decodes of ${count}`, value: wrong, unit: "pictures" };
}
