/** PostgreSQL's text search configurations, by language: they know a language's endings and its empty words. */
const configurations = new Map([
  ["ar", "arabic"],
  ["da", "danish"],
  ["de", "german"],
  ["el", "greek"],
  ["en", "english"],
  ["es", "spanish"],
  ["fi", "finnish"],
  ["fr", "french"],
  ["hi", "hindi"],
  ["hu", "hungarian"],
  ["id", "indonesian"],
  ["it", "italian"],
  ["lt", "lithuanian"],
  ["nl", "dutch"],
  ["no", "norwegian"],
  ["pt", "portuguese"],
  ["ro", "romanian"],
  ["ru", "russian"],
  ["sv", "swedish"],
  ["tr", "turkish"],
]);

/** The configuration for a BCP 47 tag; languages that PostgreSQL doesn't know are searched by whole words. */
export function searchConfiguration(language: string): string {
  return configurations.get(language.split("-")[0]?.toLowerCase() ?? "") ?? "simple";
}
