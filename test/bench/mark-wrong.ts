import { read, tile } from "#mark";
import { type BenchLine, rounded } from "./line.ts";
import { marked, type Page } from "./mark-pages.ts";

const key = Buffer.alloc(32, 0x4d);
const otherKey = Buffer.alloc(32, 0x6b);

/** Pictures without a mark, and one in eleven with another key's: crops of a page after noise. */
export function wrongOnes(pages: readonly Page[], count: number): BenchLine[] {
  const drawn = tile(7n, otherKey);
  let [wrong, tries] = [0, 0];
  for (let index = 0; index < count; index++) {
    const page = pages[index % pages.length] as Page;
    const grey = index % 11 === 0 ? marked(page, drawn) : page.grey;
    const [width, height] = [140 + ((index * 53) % 240), 110 + ((index * 29) % 200)];
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
    const reading = read({ width, height, levels }, key);
    if (reading.is === "read") wrong++;
    tries += reading.tries;
  }
  return [
    { name: `mark wrong decodes of ${count}`, value: wrong, unit: "pictures" },
    { name: "mark tries of a picture without one", value: rounded(tries / count), unit: "tries" },
  ];
}
