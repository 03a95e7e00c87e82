export { portfolioOf } from './portfolio';
export { portfolioCsv } from './portfolio-csv';
export { layOutMap } from './style-map';
export { reportHtml } from './report/report-html';
export type { ReportSource } from './report/report-source';
export { clustersOf } from './clusters';
export { styleOrderOf } from './style-order';
export { traitReadings } from './trait-readings';
