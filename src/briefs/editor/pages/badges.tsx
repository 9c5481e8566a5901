import type { Language } from "#platform";
import { type Claim, type Status, statusOf, visibilityOf } from "../../claim/index.ts";
import { say } from "../messages.ts";

const tones: Readonly<Record<Status, string>> = {
  proposed: "caution",
  firm_says: "plain",
  confirmed: "",
  disputed: "danger",
  open: "caution",
  refuted: "plain",
  superseded: "plain",
  withdrawn: "plain",
};

/** What is thought of a claim, and whether readers see it. */
export function Badges({ language, claim }: { language: Language; claim: Claim }) {
  const status = statusOf(claim);
  return (
    <>
      <span class={`badge ${tones[status]}`}>{say(language, `status.${status}`)}</span>{" "}
      {visibilityOf(claim) === "public" && (
        <span class="badge plain">{say(language, "visibility.public")}</span>
      )}
    </>
  );
}
