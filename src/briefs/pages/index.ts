export { BriefArticle, BriefPage, type RefusedDispute } from "./brief.tsx";
export { renderPage } from "./file.tsx";
export { BriefListPage } from "./list.tsx";
export { PictureFigure } from "./picture.tsx";
export { LostTranslations, TranslatedPage, TranslationsBeside } from "./translated.tsx";
export { PreparedPage, WaitingPage, waitingPath } from "./waiting.tsx";
