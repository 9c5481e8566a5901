import { type Id, Labelled, type Language, LongText } from "#platform";
import { type KeptCertificate, signaturesOf, withdrawals } from "../certificate/index.ts";
import { say } from "../messages.ts";

const reasonLettersMax = 500;

type CertificatesProps = {
  language: Language;
  /** Where the trace's certificates are: `/staff/traces/<id>/certificates`. */
  path: string;
  viewer: Id<"staff">;
  certificates: readonly (KeptCertificate & { isAsked: boolean })[];
  /** Final ones that a new one could correct, of any trace that the viewer may see. */
  correctable: readonly KeptCertificate[];
  names: ReadonlyMap<Id<"staff">, string>;
  /** Of what is shredded nothing is certified any more. */
  mayDraft: boolean;
};

type OneProps = Omit<CertificatesProps, "certificates" | "correctable"> & {
  kept: CertificatesProps["certificates"][number];
};

/** What was certified of a trace, and the way to certify it. */
export function Certificates(props: CertificatesProps) {
  const { language, certificates, mayDraft } = props;
  return (
    <section aria-labelledby="certificates" class="stack no-print">
      <h2 id="certificates">{say(language, "panel.title")}</h2>
      {mayDraft && <p class="hint">{say(language, "panel.hint")}</p>}
      {certificates.map((kept) => (
        <One {...props} kept={kept} />
      ))}
      {mayDraft && <DraftForm {...props} />}
    </section>
  );
}

function One(props: OneProps) {
  const { language, kept, path } = props;
  const { certificate, hash, correctedBy, state } = kept;
  const { figures, corrects } = certificate;
  const href = `${path}/${kept.id}`;
  return (
    <article class="card" aria-labelledby={kept.id}>
      <h3 id={kept.id}>{say(language, `panel.is.${state.is}`, { at: kept.draftedAt })}</h3>
      <p>{said(props)}</p>
      <dl class="facts">
        <div>
          <dt>{say(language, "approval.clients")}</dt>
          <dd>{say(language, "bounds", figures.clients)}</dd>
        </div>
        {corrects && (
          <div>
            <dt>{say(language, "approval.corrects")}</dt>
            <dd>{say(language, "bounds", corrects.clients)}</dd>
          </div>
        )}
        <div>
          <dt>{say(language, "panel.hash")}</dt>
          <dd>
            <samp>{hash.toString("hex")}</samp>
          </dd>
        </div>
      </dl>
      {correctedBy && <p class="notice tone-quiet">{say(language, "panel.corrected")}</p>}
      {state.is === "final" && (
        <p class="actions">
          <a class="button plain" href={href}>
            {say(language, "panel.download")}
          </a>
        </p>
      )}
      <Acts {...props} href={href} />
    </article>
  );
}

/** Who did what with it so far. */
function said({ language, kept: { state, draftedBy, isAsked }, names }: OneProps): string {
  const nameOf = (staff: Id<"staff"> | undefined) =>
    (staff && names.get(staff)) ?? say(language, "panel.somebody");
  const [first, second] = signaturesOf(state).map(({ staff }) => nameOf(staff));
  switch (state.is) {
    case "drafted":
      return say(language, "panel.said.drafted", { by: nameOf(draftedBy) });
    case "signed_once":
      return say(language, isAsked ? "panel.said.asked" : "panel.said.signed_once", {
        first: first ?? "",
      });
    case "final":
      return say(language, "panel.said.final", { first: first ?? "", second: second ?? "" });
    case "withdrawn":
      return say(language, "panel.said.withdrawn", {
        ...{ by: nameOf(state.by), at: state.at },
        because: say(language, `panel.because.${state.because}`),
      });
  }
}

function Acts(props: OneProps & { href: string }) {
  const { language, viewer, href, kept } = props;
  const { state, isAsked } = kept;
  const isFirst = state.is === "signed_once" && state.first.staff === viewer;
  if (state.is !== "drafted" && state.is !== "signed_once") return null;
  return (
    <>
      {state.is === "drafted" && <ReasonForm {...props} act="sign" />}
      {isFirst && !isAsked && <ReasonForm {...props} act="ask" />}
      <details>
        <summary>{say(language, "panel.withdraw")}</summary>
        <form method="post" action={`${href}/withdraw`}>
          <Labelled name={`because-${kept.id}`} label={say(language, "panel.withdraw.why")}>
            <select id={`because-${kept.id}`} name="because">
              {withdrawals.map((because) => (
                <option value={because}>{say(language, `panel.because.${because}`)}</option>
              ))}
            </select>
          </Labelled>
          <p class="actions">
            <button type="submit" class="small">
              {say(language, "panel.withdraw.submit")}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

/** The second analyst, whom the desk draws, reads why. */
function ReasonForm({
  language,
  kept,
  href,
  act,
}: OneProps & { href: string; act: "sign" | "ask" }) {
  const name = `why-${kept.id}`;
  const why = {
    ...{ name, label: say(language, "panel.why") },
    hint: say(language, "panel.why.hint"),
  };
  return (
    <form method="post" action={`${href}/${act}`}>
      <LongText {...why} field="reason" letters={{ max: reasonLettersMax }} />
      <p class="actions">
        <button type="submit">{say(language, `panel.${act}`)}</button>
      </p>
    </form>
  );
}

function DraftForm({ language, path, correctable }: CertificatesProps) {
  return (
    <form method="post" action={path}>
      {correctable.length > 0 && (
        <Labelled name="corrects" label={say(language, "panel.corrects")}>
          <select id="corrects" name="corrects">
            <option value="">{say(language, "panel.corrects.none")}</option>
            {correctable.map(({ id, draftedAt, certificate: { figures } }) => (
              <option value={id}>
                {say(language, "panel.corrects.one", { at: draftedAt, ...figures.clients })}
              </option>
            ))}
          </select>
        </Labelled>
      )}
      <p class="actions">
        <button type="submit">{say(language, "panel.draft")}</button>
      </p>
    </form>
  );
}
