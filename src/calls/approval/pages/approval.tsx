import { SigningForm, Wrong } from "#accounts";
import { clockTime, type Id, type Language, Linked } from "#platform";
import { say as sayOfCalls } from "../../messages.ts";
import type { ShownLeg } from "../../status/index.ts";
import { say } from "../messages.ts";

/** How a phone call stands for who might approve it. */
export type ApprovalState =
  | { is: "none" }
  | { is: "ringing" }
  | { is: "up"; leg: ShownLeg; hasPasskey: boolean }
  | { is: "approved"; ticket: Id<"ticket"> };

type ApprovalPageProps = {
  language: Language;
  /** The page's own. */
  path: string;
  state: ApprovalState;
  problem?: string | undefined;
};

/** Where a client says, by a passkey, that a phone call of ours is really with the client. */
export function ApprovalPage({ language, path, state, problem }: ApprovalPageProps) {
  return (
    <>
      {problem !== undefined && <Wrong label={say(language, "wrong")}>{problem}</Wrong>}
      {state.is === "up" && <Up language={language} path={path} {...state} />}
      {state.is === "ringing" && (
        <header>
          <h1>{say(language, "ringing.title")}</h1>
          <p class="lead">
            <Linked sentence={say(language, "ringing.lead")} href={path} />
          </p>
        </header>
      )}
      {state.is === "approved" && (
        <header>
          <h1>{say(language, "approved.title")}</h1>
          <p class="lead">
            <Linked
              sentence={say(language, "approved.lead")}
              href={`/account/tickets/${state.ticket}`}
            />
          </p>
        </header>
      )}
      {state.is === "none" && (
        <header>
          <h1>{say(language, "none.title")}</h1>
          <p class="lead">{say(language, "none.lead")}</p>
          <p>
            <Linked sentence={say(language, "none.call")} href="/call" />
          </p>
        </header>
      )}
    </>
  );
}

type UpProps = Pick<ApprovalPageProps, "language" | "path"> & Extract<ApprovalState, { is: "up" }>;

function Up({ language, path, leg, hasPasskey }: UpProps) {
  const { alias, team, topic, since } = leg;
  const about = sayOfCalls(language, `topic.${topic}`);
  const time = clockTime(since);
  return (
    <>
      <header>
        <h1>{say(language, "up.title")}</h1>
        <p class="lead">{say(language, "up.lead", { alias, team, time, about })}</p>
        <p>{say(language, "up.direction")}</p>
        <p>
          <Linked sentence={say(language, "up.words")} href={path.replace(/\/approve$/, "/talk")} />
        </p>
      </header>
      <section class="notice tone-caution" aria-label={say(language, "up.stop")}>
        <p>{say(language, "up.doubt")}</p>
        <form method="post" action={`/account/call/legs/${leg.leg}/stop`}>
          <button type="submit" class="danger">
            {say(language, "up.stop")}
          </button>
        </form>
      </section>
      <section class="card stack">
        {hasPasskey ? (
          <>
            <p>{say(language, "up.does", { alias })}</p>
            <SigningForm
              language={language}
              action={path}
              button={say(language, "up.approve")}
              hasScript
            />
          </>
        ) : (
          <p>
            <Linked sentence={say(language, "no_passkey")} href="/account/tickets/new" />
          </p>
        )}
      </section>
    </>
  );
}
