export { BriefsPage, type ListedBrief, type Standing } from "./briefs.tsx";
export { ClaimPage, type ClaimPageProps } from "./claim.tsx";
export { ClaimsPage } from "./claims.tsx";
export { pathOf, placePath } from "./frame.tsx";
export { NewPage } from "./new.tsx";
export { editorPath } from "./path.ts";
