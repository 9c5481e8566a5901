import { type FieldClass, type FieldName, fieldClasses } from "#policy";
import { type Bounds, bands, boundOf } from "./bands.ts";
import type { Counted, FieldSets } from "./list.ts";

/** What a list comes to, without naming anybody. What nothing was counted of is missing. */
export type Figures = {
  clients: Bounds;
  /** Fields of clients: one client's name and number are two. */
  values: Bounds;
  /** In the order of the names. */
  byField: readonly ({ field: string; class: FieldClass } & Bounds)[];
  /** Clients of whom at least one field of the class is counted, the least harmful class first. */
  byClass: readonly ({ class: FieldClass } & Bounds)[];
  /** In the order of the codes; at the end those of whom the country isn't known. */
  byCountry: readonly ({ country: string | null } & Bounds)[];
};

/** How much harm a field does; undefined for a name that is no field's. */
export type ClassOf = (field: string) => FieldClass | undefined;

const classOrder: readonly FieldClass[] = ["open", "personal", "sensitive", "restricted"];

/** Counts a list. It throws for a field without a class: a bug. */
export function figuresOf({ fields, clients }: Counted, classOf: ClassOf = classNow): Figures {
  const tally = new Tally(fields, classOf);
  for (const client of clients) tally.add(client);
  return tally.figures();
}

function classNow(field: string): FieldClass | undefined {
  return Object.hasOwn(fieldClasses, field) ? fieldClasses[field as FieldName] : undefined;
}

class Tally {
  readonly #clients = none();
  readonly #values = none();
  readonly #fields: { field: string; class: FieldClass; bounds: Bounds }[];
  readonly #classes: { class: FieldClass; set: number; bounds: Bounds }[];
  readonly #countries = new Map<string | undefined, Bounds>();

  constructor(fields: readonly string[], classOf: ClassOf) {
    this.#fields = fields.map((field) => {
      const own = classOf(field);
      if (!own) throw new Error(`${field} is no field of a client`);
      return { field, class: own, bounds: none() };
    });
    this.#classes = classOrder.map((name) => ({
      class: name,
      set: this.#fields.reduce((set, one, place) => set | bit(one.class === name, place), 0),
      bounds: none(),
    }));
  }

  add(client: FieldSets): void {
    const country = this.#countries.get(client.country) ?? none();
    this.#countries.set(client.country, country);
    for (const band of bands) {
      const set = client[band];
      if (set === 0) continue;
      const bound = boundOf[band];
      this.#clients[bound] += 1;
      country[bound] += 1;
      for (const one of this.#classes) if (set & one.set) one.bounds[bound] += 1;
      for (const [place, one] of this.#fields.entries()) {
        if (!(set & (1 << place))) continue;
        one.bounds[bound] += 1;
        this.#values[bound] += 1;
      }
    }
  }

  figures(): Figures {
    const isCounted = ({ bounds }: { bounds: Bounds }) => bounds.upper > 0;
    return {
      clients: this.#clients,
      values: this.#values,
      byField: this.#fields
        .filter(isCounted)
        .sort((one, other) => (one.field < other.field ? -1 : 1))
        .map(({ field, class: own, bounds }) => ({ field, class: own, ...bounds })),
      byClass: this.#classes
        .filter(isCounted)
        .map(({ class: own, bounds }) => ({ class: own, ...bounds })),
      byCountry: [...this.#countries]
        .map(([country, bounds]) => ({ country: country ?? null, ...bounds }))
        .sort((one, other) => (countryOrder(one) < countryOrder(other) ? -1 : 1)),
    };
  }
}

/** Behind every code of two letters stands what has none. */
function countryOrder({ country }: { country: string | null }): string {
  return country ?? "~";
}

function bit(isSet: boolean, place: number): number {
  return isSet ? 1 << place : 0;
}

function none(): Bounds {
  return { lower: 0, best: 0, upper: 0 };
}
