import type { HttpContext } from "./environment.ts";

type PassingOn = (context: HttpContext, next: () => Promise<void>) => Promise<void>;

const declarations = new WeakMap<object, string>();

/**
 * Says what a route that isn't a GET changes: a change of an account by its name, or `nothing`. It stands before the
 * route's handler and passes the request on. A test walks the routes: one that declares nothing is refused.
 */
export function declares(change: string): PassingOn {
  const declaration: PassingOn = async (_context, next) => await next();
  declarations.set(declaration, change);
  return declaration;
}

/** What a handler declares; undefined for one that is no declaration. */
export function declarationOf(handler: object): string | undefined {
  return declarations.get(handler);
}
