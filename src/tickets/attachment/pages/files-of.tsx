import type { Id, Language } from "#platform";
import type { Attachment } from "../attachment.ts";
import { say } from "../messages.ts";

const bytesInKilobyte = 1_000;

export type FilesOfProps = {
  language: Language;
  attachments: readonly Attachment[];
  /** Where the ticket's attachments are opened. */
  path: string;
} & (
  | { by: "staff" }
  /** Their owner, who sees how often the staff opened them. */
  | { by: "requester"; openings: ReadonlyMap<Id<"attachment">, { count: number; lastAt: Date }> }
);

/** The files that came with a message. Nothing of them is here: who wants to see one opens it, and that is logged. */
export function FilesOf(props: FilesOfProps) {
  const { language, attachments } = props;
  if (attachments.length === 0) return null;
  return (
    <div class="files">
      <ul aria-label={say(language, "list.label")}>
        {attachments.map((attachment) => (
          <li>
            <p>
              <strong>{nameOf(language, attachment)}</strong>{" "}
              <span class="muted small">{factsOf(props, attachment).join(" · ")}</span>
            </p>
            <Pages {...props} attachment={attachment} />
          </li>
        ))}
      </ul>
      {props.by === "staff" && <p class="muted small">{say(language, "open.hint")}</p>}
    </div>
  );
}

function nameOf(language: Language, { kind, number }: Attachment): string {
  return say(language, `kind.${kind}`, { number });
}

function factsOf(props: FilesOfProps, attachment: Attachment): string[] {
  const { language, by } = props;
  const { kind, pageCount: count, bytes, scan, removed, id } = attachment;
  const opened = by === "requester" ? props.openings.get(id) : undefined;
  return [
    ...(kind === "document" ? [say(language, "list.pages", { count })] : []),
    say(language, "list.size", { kilobytes: Math.ceil(bytes / bytesInKilobyte) }),
    ...(by === "staff" ? [say(language, `list.${scan.is}`)] : []),
    ...(removed.length > 0 ? [say(language, "list.removed")] : []),
    ...(by === "requester"
      ? [
          opened
            ? say(language, "list.opened", { count: opened.count, at: opened.lastAt })
            : say(language, "list.unopened"),
        ]
      : []),
  ];
}

/** A button for each page. The staff's is a form: no link, no prefetching and no list ever opens one. */
function Pages(props: FilesOfProps & { attachment: Attachment }) {
  const { language, attachment, path, by } = props;
  const { id, pageCount } = attachment;
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
  const words = (page: number) =>
    pageCount === 1 ? say(language, "open.one") : say(language, "open.page", { page });
  const label = (page: number) =>
    say(language, "open.label", { name: nameOf(language, attachment), page });
  if (by === "requester") {
    return (
      <p class="choices">
        {pages.map((page) => (
          <a href={`${path}/${id}/${page}`} target="_blank" rel="noopener" aria-label={label(page)}>
            {words(page)}
          </a>
        ))}
      </p>
    );
  }
  return (
    <form method="post" action={`${path}/${id}`} target="_blank" class="choices" rel="noopener">
      {pages.map((page) => (
        <button type="submit" name="page" value={page} class="plain small" aria-label={label(page)}>
          {words(page)}
        </button>
      ))}
    </form>
  );
}
