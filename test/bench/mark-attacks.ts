import sharp, { type Sharp } from "sharp";

/** A picture on its way from a screen to whoever finds it. */
export type Shot = { width: number; height: number; grey: Uint8Array };
type Step = (shot: Shot) => Promise<Shot> | Shot;

const open = ({ width, height, grey }: Shot) =>
  sharp(grey, { raw: { width, height, channels: 1 } });

async function shotOf(picture: Sharp): Promise<Shot> {
  const { data, info } = await picture.greyscale().raw().toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, grey: new Uint8Array(data) };
}

const coded =
  (encode: (picture: Sharp) => Sharp): Step =>
  async (shot) =>
    await shotOf(sharp(await encode(open(shot)).toBuffer()));
const jpeg = (quality: number) => coded((picture) => picture.jpeg({ quality }));
const webp = (quality: number) => coded((picture) => picture.webp({ quality }));
const avif = (quality: number) => coded((picture) => picture.avif({ quality, effort: 2 }));
const scaled =
  (by: number): Step =>
  async (shot) =>
    await shotOf(
      open(shot).resize(Math.round(shot.width * by), Math.round(shot.height * by), { fit: "fill" }),
    );
const cropped =
  (share: number): Step =>
  async (shot) => {
    const side = Math.sqrt(share);
    const [width, height] = [Math.round(shot.width * side), Math.round(shot.height * side)];
    const [left, top] = [
      Math.round((shot.width - width) * 0.6),
      Math.round((shot.height - height) * 0.4),
    ];
    return await shotOf(open(shot).extract({ left, top, width, height }));
  };
const turned =
  (degrees: number): Step =>
  async (shot) =>
    await shotOf(open(shot).rotate(degrees, { background: "#888" }));
const blur =
  (sigma: number): Step =>
  async (shot) =>
    await shotOf(open(shot).blur(sigma));
const median =
  (size: number): Step =>
  async (shot) =>
    await shotOf(open(shot).median(size));
const mirror: Step = async (shot) => await shotOf(open(shot).flop());
const eachLevel =
  (change: (level: number) => number): Step =>
  ({ width, height, grey }) => ({
    width,
    height,
    grey: grey.map((level) => Math.max(0, Math.min(255, Math.round(change(level))))),
  });

/** Noise that is the same each time. */
function normal(seed: number): () => number {
  let state = seed >>> 0 || 1;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const noise =
  (sigma: number): Step =>
  (shot) => {
    const draw = normal(shot.width);
    return eachLevel((level) => level + sigma * draw())(shot);
  };

type Camera = { tilt: number; width: number; height: number; fills: number; moire?: number };

/** A screen seen under a tilt (around an oblique axis), on a darker wall; sampled four times a pixel. */
const seen =
  ({ tilt, width, height, fills, moire = 0 }: Camera): Step =>
  (shot) => {
    const angle = (tilt * Math.PI) / 180;
    const [cosine, sine] = [Math.cos(angle), Math.sin(angle)];
    const far = 1.6 * shot.width;
    const focal = (fills * width * far) / shot.width;
    const roll = 0.04;
    const grey = new Uint8Array(width * height);
    const look = (px: number, py: number): number => {
      const [rx, ry] = [(px - width / 2) / focal, (py - height / 2) / focal];
      const [dx, dy] = [
        rx * Math.cos(roll) + ry * Math.sin(roll),
        ry * Math.cos(roll) - rx * Math.sin(roll),
      ];
      const x = (dx * far) / (cosine - dx * sine);
      const depth = far + x * sine;
      const sx = x + shot.width / 2;
      const sy = dy * depth + shot.height / 2;
      const [x0, y0] = [Math.floor(sx), Math.floor(sy)];
      if (!(x0 >= 0 && y0 >= 0 && x0 < shot.width - 1 && y0 < shot.height - 1)) return 70;
      const [u, v] = [sx - x0, sy - y0];
      const at = y0 * shot.width + x0;
      const upper = (shot.grey[at] ?? 0) * (1 - u) + (shot.grey[at + 1] ?? 0) * u;
      const lower =
        (shot.grey[at + shot.width] ?? 0) * (1 - u) + (shot.grey[at + shot.width + 1] ?? 0) * u;
      const grid = 1 + moire * Math.cos(2 * Math.PI * 3 * sx) * Math.cos(2 * Math.PI * sy);
      return (upper * (1 - v) + lower * v) * grid;
    };
    for (let y = 0; y < height; y++)
      for (let x = 0; x < width; x++) {
        const four =
          look(x - 0.25, y - 0.25) +
          look(x + 0.25, y - 0.25) +
          look(x - 0.25, y + 0.25) +
          look(x + 0.25, y + 0.25);
        grey[y * width + x] = Math.round(four / 4);
      }
    return { width, height, grey };
  };

const tilted = (tilt: number) => seen({ tilt, width: 1280, height: 800, fills: 0.95 });
const phone = (tilt: number, fills = 0.9, sigma = 3, moire = 0.04): Step[] => [
  seen({ tilt, width: 2016, height: 1512, fills, moire }),
  blur(0.8),
  noise(sigma),
  blur(0.6),
  jpeg(88),
];
const messenger: Step[] = [async (shot) => await shotOf(open(shot).resize(1280)), jpeg(60)];
const threshold: Step = eachLevel((level) => (level > 128 ? 255 : 0));
/** Black and white by error diffusion (Floyd and Steinberg 1976): dots say how grey a place is. */
const dots: Step = ({ width, height, grey }) => {
  const levels = Float32Array.from(grey);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const level = levels[at] ?? 0;
      const error = level - (level > 128 ? 255 : 0);
      levels[at] = level - error;
      const shares = [
        [x + 1 < width, at + 1, 7],
        [x > 0, at + width - 1, 3],
        [true, at + width, 5],
        [x + 1 < width, at + width + 1, 1],
      ] as const;
      for (const [isInside, to, share] of shares)
        if (isInside && to < levels.length) levels[to] = (levels[to] ?? 0) + (error * share) / 16;
    }
  return { width, height, grey: Uint8Array.from(levels) };
};
const gamma = eachLevel((level) => 255 * (level / 255) ** 1.5);

/** The rows of the reference's table that need no film, with those beyond it last. */
export const attacks: Readonly<Record<string, readonly Step[]>> = {
  lossless: [],
  jpeg75: [jpeg(75)],
  jpeg50: [jpeg(50)],
  jpeg30: [jpeg(30)],
  jpeg20: [jpeg(20)],
  jpeg10: [jpeg(10)],
  webp50: [webp(50)],
  avif40: [avif(40)],
  "scale0.4": [scaled(0.4)],
  "scale0.75": [scaled(0.75)],
  scale2: [scaled(2)],
  "scale0.75+j30": [scaled(0.75), jpeg(30)],
  "scale0.4+j50": [scaled(0.4), jpeg(50)],
  "scale0.6+j60": [scaled(0.6), jpeg(60)],
  crop25: [cropped(0.25)],
  crop12: [cropped(0.12)],
  crop6: [cropped(0.06)],
  "crop25+s0.5": [cropped(0.25), scaled(0.5)],
  "crop25+j50": [cropped(0.25), jpeg(50)],
  "crop25+j30": [cropped(0.25), jpeg(30)],
  rot3: [turned(3)],
  "rot10+j30": [turned(10), jpeg(30)],
  "rot10+crop25+j50": [turned(10), cropped(0.25), jpeg(50)],
  rot90: [turned(90)],
  mirror: [mirror],
  blur2: [blur(2)],
  median5: [median(5)],
  noise20: [noise(20)],
  "gamma1.5": [gamma],
  persp20: [tilted(20)],
  persp40: [tilted(40)],
  "persp20+j50": [tilted(20), jpeg(50)],
  phone0: phone(0),
  phone10: phone(10),
  phone20: phone(20),
  phone30: phone(30),
  "phone20-moire15": phone(20, 0.9, 3, 0.15),
  "phone10-close": phone(10, 1.8),
  "phone10-noisy": phone(10, 0.9, 9),
  "phone10+msg": [...phone(10), ...messenger],
  "phone20+msg": [...phone(20), ...messenger],
  "phone30+msg": [...phone(30), ...messenger],
  "crop25+s0.4+j50": [cropped(0.25), scaled(0.4), jpeg(50)],
  "black-and-white": [threshold],
  "scale2+dots": [scaled(2), dots],
  dots: [dots],
};

export async function attacked(shot: Shot, steps: readonly Step[]): Promise<Shot> {
  let at = shot;
  for (const step of steps) at = await step(at);
  return at;
}
