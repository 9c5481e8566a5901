import type { HttpContext } from "./environment.ts";

/** Lets this one page ask for the microphone: no other may, whatever runs in it. */
export function allowMicrophone(context: HttpContext): void {
  context.set("usesMicrophone", true);
}
