import type { FieldClass } from "#policy";
import type { Bounds } from "../bands.ts";
import { type Figures, figuresOf } from "../figures.ts";
import { listHash, NotAScopeList, readScopeList } from "../list.ts";
import { type CheckFault, unless } from "./check.ts";
import type { Certificate } from "./file.ts";
import { figuresIn } from "./printed-figures.ts";

const bounds = ["lower", "best", "upper"] as const;

/** Whether a list is the one that a certificate names, and gives its figures. */
export function listFaults(certificate: Certificate, bytes: Uint8Array): CheckFault[] {
  try {
    const list = readScopeList(bytes);
    const isNamed = listHash(bytes).toString("base64") === certificate.result;
    const stated = figuresIn(certificate.figures);
    const classes = new Map(stated.byField.map((one) => [one.field, one.class]));
    // What the certificate doesn't name counts as harmless, and then as a difference.
    const classOf = (field: string): FieldClass => classes.get(field) ?? "open";
    const counted = figuresOf(list, classOf);
    return [...unless(isNamed, "other_list"), ...differences(stated, counted)];
  } catch (error) {
    if (error instanceof NotAScopeList)
      return [{ code: "no_list", values: { why: error.message } }];
    throw error;
  }
}

function differences(stated: Figures, counted: Figures): CheckFault[] {
  const [theirs, ours] = [named(stated), named(counted)];
  const names = [...new Set([...theirs.keys(), ...ours.keys()])];
  return names.flatMap((figure) => {
    const [stands, list] = [theirs.get(figure) ?? 0, ours.get(figure) ?? 0];
    return unless(stands === list, "counted_otherwise", { figure, stands, list });
  });
}

/** Every figure by its name. */
function named({ clients, values, byField, byClass, byCountry }: Figures): Map<string, number> {
  const all: [string, Bounds][] = [
    ["clients", clients],
    ["values", values],
    ...byField.map((one): [string, Bounds] => [`by_field ${one.field}`, one]),
    ...byClass.map((one): [string, Bounds] => [`by_class ${one.class}`, one]),
    ...byCountry.map((one): [string, Bounds] => [`by_country ${one.country ?? "not known"}`, one]),
  ];
  return new Map(all.flatMap(([name, of]) => bounds.map((one) => [`${name} ${one}`, of[one]])));
}
