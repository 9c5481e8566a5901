export { type Exposure, exposureOf, unknownPerson } from "./exposure.ts";
export { type PersonViews, type SeenView, viewsOf } from "./views.ts";
