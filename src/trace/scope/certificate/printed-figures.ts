import type { Figures } from "../figures.ts";
import type { Certificate } from "./file.ts";

type Printed = Certificate["figures"];

/** Figures as a certificate has them. */
export function printedFigures(figures: Figures): Omit<Printed, "erased_looks"> {
  const { clients, values, byField, byClass, byCountry } = figures;
  return {
    ...{ clients, values },
    by_field: [...byField],
    by_class: [...byClass],
    by_country: [...byCountry],
  };
}

export function figuresIn(printed: Printed): Figures {
  const { clients, values, by_field: byField, by_class: byClass, by_country: byCountry } = printed;
  return { clients, values, byField, byClass, byCountry };
}
