import { type Language, Linked } from "#platform";
import { say } from "../messages.ts";
import type { TracedRow } from "../result.ts";
import { clientsIn, fieldsIn, seenBy } from "../sentences.ts";
import type { Shown } from "./shown.ts";

const rowsOnPage = 25;

const heads = ["rows.line", "rows.about", "rows.matches", "rows.wrong", "rows.seen"] as const;

type RowsProps = { language: Language; shown: Shown /** From 1. */; page: number };

/** What became of each row, without what stood in it. */
export function Rows({ language, shown, page }: RowsProps) {
  const { rows } = shown.result;
  const from = Math.min(Math.max(0, (page - 1) * rowsOnPage), Math.max(0, rows.length - 1));
  const some = rows.slice(from, from + rowsOnPage);
  const to = from + some.length;
  return (
    <section aria-labelledby="rows">
      <h2 id="rows">{say(language, "rows.title")}</h2>
      <p class="hint">
        <Linked sentence={say(language, "rows.hint")} href="/staff/break-glass" />
      </p>
      <section class="scroll" tabindex={0} aria-label={say(language, "rows.table")}>
        <table>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{say(language, head)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {some.map((row) => (
              <tr>
                <th scope="row">{row.line}</th>
                <td>
                  <About language={language} row={row} />
                </td>
                <td>{fieldsIn(language, row.matched)}</td>
                <td>{fieldsIn(language, row.wrong)}</td>
                <td>{seenBy(language, row, shown.called)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > rowsOnPage && (
        <nav aria-label={say(language, "rows.title")} class="vote no-print">
          {from > 0 && (
            <a href={`?page=${page - 1}#rows`} rel="prev">
              {say(language, "rows.former")}
            </a>
          )}
          <span>{say(language, "rows.page", { from: from + 1, to, all: rows.length })}</span>
          {to < rows.length && (
            <a href={`?page=${page + 1}#rows`} rel="next">
              {say(language, "rows.next")}
            </a>
          )}
        </nav>
      )}
    </section>
  );
}

function About({ language, row }: { language: Language; row: TracedRow }) {
  const { outcome, clients, isCanary, fitsSeen = 0 } = row;
  const [client = 0] = clients;
  const count = clients.length;
  const said =
    outcome === "found"
      ? say(language, "rows.found", { client })
      : say(language, `rows.${outcome}`, { count, clients: clientsIn(language, clients) });
  return (
    <>
      {outcome === "nobody" ? <strong class="error">{said}</strong> : said}
      {fitsSeen > 0 && <> {say(language, "rows.fits", { count: fitsSeen })}</>}
      {isCanary && (
        <>
          {" "}
          <span class="badge danger">{say(language, "rows.canary")}</span>
        </>
      )}
    </>
  );
}
