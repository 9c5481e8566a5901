export { AnswerPage } from "./answer.tsx";
export { Line, Tick } from "./fields.tsx";
export { IndicatorsPage, indicatorsPath } from "./indicators.tsx";
export { ReportPage, type Typed } from "./report.tsx";
