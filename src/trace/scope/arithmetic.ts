import type { Bounds } from "./bands.ts";
import type { Figures } from "./figures.ts";

/** Something in figures that can't be, whatever they were counted from: which figure, what it says, what it would have to. */
export type Fault = {
  figure: string;
  is: "falls" | "sum" | "over" | "under";
  value: number;
  limit: number;
};

const bounds = ["lower", "best", "upper"] as const;

/** What doesn't fit together in figures; nothing when all does. */
export function faultsIn(figures: Figures): Fault[] {
  const { clients, values, byField, byClass, byCountry } = figures;
  const each = [
    ...[named("clients", clients), named("values", values)],
    ...byField.map((one) => named(`by_field ${one.field}`, one)),
    ...byClass.map((one) => named(`by_class ${one.class}`, one)),
    ...byCountry.map((one) => named(`by_country ${one.country ?? "not known"}`, one)),
  ];
  return [
    ...each.flatMap(falling),
    ...bounds.flatMap((bound) => [
      ...sumFault("by_country", byCountry, clients, bound),
      ...sumFault("by_field", byField, values, bound),
      ...byField.flatMap((one) => over(`by_field ${one.field}`, one[bound], clients[bound], bound)),
      ...classFaults(figures, bound),
    ]),
  ];
}

type Named = { figure: string; value: Bounds };

/** What is wider can't be less. */
function falling({ figure, value: { lower, best, upper } }: Named): Fault[] {
  if (lower > best) return [{ figure: `${figure} lower`, is: "falls", value: lower, limit: best }];
  if (best > upper) return [{ figure: `${figure} best`, is: "falls", value: best, limit: upper }];
  return [];
}

function sumFault(
  figure: string,
  parts: readonly Bounds[],
  whole: Bounds,
  bound: keyof Bounds,
): Fault[] {
  const sum = parts.reduce((total, part) => total + part[bound], 0);
  if (sum === whole[bound]) return [];
  return [{ figure: `${figure} ${bound}`, is: "sum", value: sum, limit: whole[bound] }];
}

/** Of a class there are as many clients as of its most frequent field, or more; never more than its fields together. */
function classFaults({ clients, byField, byClass }: Figures, bound: keyof Bounds): Fault[] {
  const faults = byClass.flatMap((one) => {
    const figure = `by_class ${one.class}`;
    const own = byField.filter((field) => field.class === one.class).map((field) => field[bound]);
    const sum = own.reduce((total, count) => total + count, 0);
    return [
      ...over(figure, one[bound], Math.min(sum, clients[bound]), bound),
      ...under(figure, one[bound], Math.max(0, ...own), bound),
    ];
  });
  const missing = byField.filter((field) => !byClass.some((one) => one.class === field.class));
  const sum = byClass.reduce((total, one) => total + one[bound], 0);
  return [
    ...faults,
    ...missing.flatMap((one) => under(`by_class ${one.class}`, 0, one[bound], bound)),
    ...under("by_class", sum, clients[bound], bound),
  ];
}

function over(figure: string, value: number, limit: number, bound: string): Fault[] {
  return value > limit ? [{ figure: `${figure} ${bound}`, is: "over", value, limit }] : [];
}

function under(figure: string, value: number, limit: number, bound: string): Fault[] {
  return value < limit ? [{ figure: `${figure} ${bound}`, is: "under", value, limit }] : [];
}

function named(figure: string, value: Bounds): Named {
  return { figure, value };
}
