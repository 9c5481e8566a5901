export { type Exposure, exposureOf, unknownPerson } from "./exposure.ts";
export { type PersonViews, viewsOf } from "./views.ts";
