import type { Language } from "#platform";
import type { Library } from "../library.ts";
import { say } from "../messages.ts";
import { SearchForm } from "./search-form.tsx";
import { Shelves } from "./shelves.tsx";

export function HelpPage({ language, library }: { language: Language; library: Library }) {
  return (
    <>
      <h1>{say(language, "help.title")}</h1>
      <SearchForm language={language} />
      <Shelves language={language} library={library} />
    </>
  );
}
