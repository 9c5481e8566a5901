/*
 * A page that waits for somebody: it asks now and then how what it shows stands, and shows what became of it. It asks
 * for one word, never for the page: looking at some pages is written down.
 */

const everyMs = 2_000;

const waiting = document.querySelector<HTMLElement>("[data-standing]");
if (waiting) askLater(waiting);

function askLater(shown: HTMLElement): void {
  setTimeout(() => {
    void ask(shown).finally(() => askLater(shown));
  }, everyMs);
}

async function ask({ dataset }: HTMLElement): Promise<void> {
  const { standing, standingPath } = dataset;
  if (!standingPath || document.hidden) return;
  const answer = await fetch(standingPath, { headers: { accept: "application/json" } }).catch(
    () => undefined,
  );
  if (!answer?.ok || answer.redirected) return;
  const now = (await answer.json().catch(() => ({}))) as { standing?: string };
  if (now.standing !== undefined && now.standing !== standing) location.reload();
}
