export { ArticlePage } from "./article.tsx";
export { Banners, RegionForm } from "./banners.tsx";
export { HelpPage } from "./help.tsx";
export { PhonePage } from "./phone.tsx";
export { ResultsPage } from "./results.tsx";
export { SearchForm } from "./search-form.tsx";
