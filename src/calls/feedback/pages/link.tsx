import type { Language } from "#platform";
import type { Call } from "../../call/index.ts";
import { say } from "../messages.ts";

type AfterLinkProps = { language: Language; call: Pick<Call, "id" | "state" | "said"> };

/** The way to say how a call was: nothing for one that nobody answered, or of which it is said. */
export function AfterLink({ language, call }: AfterLinkProps) {
  const { id, state, said } = call;
  const isOver = state.is === "ended" && (state.outcome === "held" || state.outcome === "stopped");
  if (!isOver || said) return null;
  return <a href={`/account/calls/${id}/after`}>{say(language, "link")}</a>;
}
