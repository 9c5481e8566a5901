export { BriefArticle, BriefPage } from "./brief.tsx";
export { renderPage } from "./file.tsx";
export { BriefListPage } from "./list.tsx";
export { PictureFigure } from "./picture.tsx";
export { TranslatedPage } from "./translated.tsx";
export { PreparedPage, WaitingPage, waitingPath } from "./waiting.tsx";
