import type { Id, Language } from "#platform";
import { say } from "../messages.ts";
import { Box } from "./box.tsx";
import { TimeOfDay } from "./when.tsx";

/** Somebody phoned us as this client. The answer of who is being deceived comes first, and each says what it does. */
export function ClaimForm({
  language,
  claim,
  at,
}: {
  language: Language;
  claim: Id<"claim">;
  at: Date;
}) {
  return (
    <Box
      {...{ language, status: "inbound_claim", icon: "warning", tone: "caution" }}
      title="claim.title"
      tab="claim.tab"
    >
      <p>{say(language, "claim.lead")}</p>
      <p class="small">
        {say(language, "claim.at")} <TimeOfDay language={language} at={at} />
      </p>
      <form method="post" action={`/account/calls/claims/${claim}`} class="call-answers">
        {(["not_me", "dialled"] as const).map((answer) => (
          <div>
            <button
              type="submit"
              name="answer"
              value={answer}
              class={answer === "dialled" ? "plain" : "danger"}
              aria-describedby={`claim-${answer}`}
            >
              {say(language, `claim.${answer}`)}
            </button>
            <p class="small" id={`claim-${answer}`}>
              {say(language, `claim.${answer}.does`)}
            </p>
          </div>
        ))}
      </form>
    </Box>
  );
}
