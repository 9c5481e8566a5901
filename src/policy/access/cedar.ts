import type { DetailedError } from "@cedar-policy/cedar-wasm/nodejs";

export type Cedar = typeof import("@cedar-policy/cedar-wasm/nodejs");

/** Loads Cedar when it is first needed: 4 MB of WebAssembly, which most commands can do without. */
export function loadCedar(): Promise<Cedar> {
  return import("@cedar-policy/cedar-wasm/nodejs");
}

/** What Cedar says is wrong, as one line. */
export function complaint(error: DetailedError | undefined): string {
  if (!error) return "Cedar gave no reason";
  const help = error.help ? ` (${error.help})` : "";
  return `${error.message}${help}`.replaceAll(/\s+/g, " ");
}
