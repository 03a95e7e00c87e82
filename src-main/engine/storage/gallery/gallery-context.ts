import type { ArtworkId } from '../../../contract';

/** What a query needs of other parts of the engine. */
export interface GalleryContext {
  /** The works of the cluster that the query names. */
  readonly clusterWorks?: readonly ArtworkId[];
  /** All works, neighbours in style side by side; for sorting by style. */
  readonly styleOrder?: ArrayLike<ArtworkId>;
  /** Works in the order of their likeness to the description of the query. */
  readonly likenessOrder?: ArrayLike<ArtworkId>;
}
