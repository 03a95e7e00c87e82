export { portfolioOf, type PortfolioContext } from './portfolio';
export { portfolioCsv } from './portfolio-csv';
export { layOutMap } from './style-map';
export type { MapWorkerOptions } from './run-map-worker';
export { reportHtml } from './report/report-html';
export type { ReportSource } from './report/report-source';
export { clustersOf, NO_CLUSTER, type Clustering } from './clusters';
export { styleOrderOf } from './style-order';
export { traitReadings } from './trait-readings';
