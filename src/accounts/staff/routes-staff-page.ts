import type { HttpContext } from "#platform";
import { NotSignedIn, StepUpNeeded } from "../session/index.ts";
import { staffHome } from "./back.ts";

type Handler = (context: HttpContext) => Promise<Response>;

/**
 * A page of the staff: nobody keeps it, who isn't signed in is led to the sign-in, and who needs a fresh proof to
 * the step-up.
 * @param back where to go on after that, for what isn't a GET
 */
export function staffPage(handler: Handler, back: string = staffHome): Handler {
  return async (context) => {
    context.header("cache-control", "no-store");
    const { method, path } = context.req;
    const query = `?back=${encodeURIComponent(method === "GET" ? path : back)}`;
    const undone = method === "GET" ? "" : "&undone";
    try {
      return await handler(context);
    } catch (error) {
      if (error instanceof NotSignedIn)
        return context.redirect(`/staff/sign-in${query}${undone}`, 303);
      if (error instanceof StepUpNeeded) return context.redirect(`/staff/step-up${query}`, 303);
      throw error;
    }
  };
}
