export {
  type FeedItem,
  type FeedPlace,
  renderAtom,
  renderJsonFeed,
  renderJsonLd,
} from "./feeds.ts";
export { type Line, type OutlineSection, outlineOf, wordsOfCorrection } from "./outline.ts";
export {
  dateLine,
  headlineOf,
  oneLine,
  renderMarkdown,
  renderText,
  withdrawalWords,
} from "./text.ts";
export { languageNames, pairsOf, translatedOutline, translationIn } from "./translated.ts";
