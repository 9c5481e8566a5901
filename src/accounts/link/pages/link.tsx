/** What a page of a link says, in its reader's words. */
export type LinkWords = { title: string; said: readonly string[] };

type AskingPageProps = LinkWords & {
  /** What the button says. */
  button: string;
  path: string;
  /** It locks or stops something: the button stands out. */
  isDangerous: boolean;
};

/** What a link will do, and one button that does it. */
export function AskingPage({ title, said, button, path, isDangerous }: AskingPageProps) {
  return (
    <>
      <h1>{title}</h1>
      <div>
        {said.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <form method="post" action={path}>
        <p class="actions">
          <button type="submit" class={isDangerous ? "danger" : undefined}>
            {button}
          </button>
        </p>
      </form>
    </>
  );
}

type DonePageProps = LinkWords & { next: { path: string; label: string } };

/** What was done, and where to go on. */
export function DonePage({ title, said, next }: DonePageProps) {
  return (
    <>
      <h1>{title}</h1>
      <div>
        {said.map((sentence) => (
          <p>{sentence}</p>
        ))}
      </div>
      <p>
        <a class="button" href={next.path}>
          {next.label}
        </a>
      </p>
    </>
  );
}
