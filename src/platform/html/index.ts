export { assetRoutes, favicon, script, styles, stylesheet } from "./assets.ts";
export { Document, type PageInformation } from "./document.tsx";
export { Icon, type IconName } from "./icon.tsx";
export { describedBy, Labelled } from "./labelled.tsx";
export { Linked } from "./linked.tsx";
export { LongText } from "./long-text.tsx";
export { Notice, type Tone } from "./notice.tsx";
export { Outcome } from "./outcome.tsx";
