export { portfolioOf, type PortfolioContext } from './portfolio';
export { portfolioCsv } from './portfolio-csv';
export { layOutMap } from './style-map';
export type { MapWorkerOptions } from './run-map-worker';
export { clustersOf, NO_CLUSTER, type Clustering } from './clusters';
