import { Done, SigningForm, Wrong } from "#accounts";
import { type Language, Linked } from "#platform";
import { allowedIn, fieldsIn, momentIn, say } from "../messages.ts";
import { type AccessRequest, hasPasskeyIn, needsPasskey } from "../request.ts";

export const requestsPath = "/account/requests";

export type RequestsPageProps = {
  language: Language;
  requests: readonly AccessRequest[];
  /** Why the policy says that staff look, by the purpose's id. */
  whyOf(purpose: string): string;
  /** Whether the reader has a passkey to approve with. */
  hasPasskey: boolean;
  problem?: string | undefined;
  done?: "approved" | "declined" | "withdrawn" | undefined;
};

/** What support asks the reader to see, what it may see now, and what was answered before. */
export function RequestsPage(props: RequestsPageProps) {
  const { language, requests, problem, done } = props;
  const asked = requests.filter(({ state }) => state.is === "asked");
  const approved = requests.filter(({ state }) => state.is === "approved");
  const past = requests.filter((one) => !asked.includes(one) && !approved.includes(one));
  const [signing] = props.hasPasskey ? asked.filter(isSigned) : [];
  return (
    <>
      <header>
        <h1>{say(language, "list.title")}</h1>
        <p class="lead">{say(language, "list.lead")}</p>
      </header>
      {problem !== undefined && <Wrong label={say(language, "wrong")}>{problem}</Wrong>}
      {done && <Done label={say(language, "done.label")}>{say(language, `done.${done}`)}</Done>}
      {asked.length + approved.length === 0 && <p>{say(language, "list.empty")}</p>}
      {asked.map((request) => (
        <AskedCard {...props} request={request} hasScript={request === signing} />
      ))}
      {approved.map((request) => (
        <ApprovedCard {...props} request={request} />
      ))}
      {past.length > 0 && (
        <section>
          <h2>{say(language, "list.past")}</h2>
          <ul class="links">
            {past.map((request) => (
              <PastLine language={language} request={request} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type CardProps = RequestsPageProps & { request: AccessRequest };

function AskedCard(props: CardProps & { hasScript: boolean }) {
  const { language, request, hasPasskey, hasScript } = props;
  const { id, fields, state } = request;
  const path = `${requestsPath}/${id}`;
  const sensitive = fields.filter(needsPasskey);
  const isBySession = sensitive.length === 0 || !hasPasskey;
  if (state.is !== "asked") return null;
  return (
    <article class="card stack" aria-labelledby={id}>
      <h2 id={id}>{say(language, "one.title", { fields: fieldsIn(language, fields) })}</h2>
      <Facts {...props}>
        <Fact label={say(language, "one.long")}>{say(language, "one.hour")}</Fact>
        <Fact label={say(language, "one.answer_until")}>{momentIn(language, state.until)}</Fact>
      </Facts>
      <section class="notice tone-caution" aria-label={say(language, "never.label")}>
        <p>{say(language, "never")}</p>
      </section>
      {sensitive.length > 0 && !hasPasskey && (
        <p>
          <Linked
            sentence={say(language, "no_passkey", { fields: fieldsIn(language, sensitive) })}
            href="/account/passkeys"
          />
        </p>
      )}
      <div class="acts">
        {isBySession ? (
          <form method="post" action={`${path}/approve`}>
            <button type="submit">
              {say(language, sensitive.length > 0 ? "approve.yes_or_no" : "approve")}
            </button>
          </form>
        ) : (
          <SigningForm
            language={language}
            action={`${path}/approve`}
            button={say(language, "approve.passkey")}
            hasScript={hasScript}
          />
        )}
        <form method="post" action={`${path}/decline`}>
          <button type="submit" class="plain">
            {say(language, "decline")}
          </button>
        </form>
      </div>
    </article>
  );
}

function ApprovedCard(props: CardProps) {
  const { language, request } = props;
  const { id, fields, state } = request;
  if (state.is !== "approved") return null;
  const isByPasskey = hasPasskeyIn(state.evidence);
  return (
    <article class="card stack" aria-labelledby={id}>
      <h2 id={id}>{allowedIn(language, "one.allowed", fields, state).join(". ")}</h2>
      <Facts {...props}>
        <Fact label={say(language, "one.signed")}>
          {say(language, isByPasskey ? "one.passkey" : "one.session")}
        </Fact>
        <Fact label={say(language, "one.ends")}>{momentIn(language, state.until)}</Fact>
      </Facts>
      <form method="post" action={`${requestsPath}/${id}/withdraw`}>
        <button type="submit" class="plain">
          {say(language, "withdraw")}
        </button>
      </form>
    </article>
  );
}

function Facts({ language, request, whyOf, children }: CardProps & { children: unknown }) {
  const { team, employer, ticket, reference, purpose } = request;
  return (
    <dl class="facts">
      <Fact label={say(language, "one.who")}>
        <bdi>{say(language, "one.team", { team, employer })}</bdi>
      </Fact>
      <Fact label={say(language, "one.question")}>
        <a href={`/account/tickets/${ticket}`}>{reference}</a>
      </Fact>
      <Fact label={say(language, "one.why")}>{whyOf(purpose)}</Fact>
      {children}
    </dl>
  );
}

function Fact({ label, children }: { label: string; children: unknown }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function PastLine({ language, request }: { language: Language; request: AccessRequest }) {
  const { fields, state } = request;
  if (state.is === "asked" || state.is === "approved") return null;
  const at = "at" in state ? state.at : state.until;
  return (
    <li>
      <strong>{fieldsIn(language, fields)}</strong>{" "}
      <span class="muted small">{say(language, `past.${state.is}`, { at })}</span>
    </li>
  );
}

/** On the page of the question itself: what is asked, and what may be seen now. */
export function RequestLines({
  language,
  requests,
}: Pick<RequestsPageProps, "language" | "requests">) {
  return (
    <>
      {requests.map(({ fields, state }) => {
        if (state.is !== "asked" && state.is !== "approved") return null;
        const sentences =
          state.is === "asked"
            ? [say(language, "line.asked", { fields: fieldsIn(language, fields) })]
            : allowedIn(language, "line.approved", fields, state);
        return (
          <section class="notice tone-caution" aria-label={say(language, "line.label")}>
            {sentences.map((sentence) => (
              <p>
                <Linked sentence={sentence} href={requestsPath} />
              </p>
            ))}
          </section>
        );
      })}
    </>
  );
}

function isSigned({ fields }: AccessRequest): boolean {
  return fields.some(needsPasskey);
}
