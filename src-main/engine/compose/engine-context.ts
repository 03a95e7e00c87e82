import type { Thumbnails } from '../catalogue/thumbnails';
import type { JobQueue } from '../jobs/job-queue';
import type { Catalogue } from '../storage/catalogue';
import type { Boards } from '../storage/documents/boards';
import type { Briefs } from '../storage/documents/briefs';
import type { SettledWorks } from '../storage/documents/settled-works';
import type { StudioDocument } from '../storage/documents/studio-document';
import type { Preferences } from '../../contract';
import type { BriefPictures } from './brief-pictures';
import type { DescriptionReader } from './description-reader';
import type { EncoderSlot } from './encoder-slot';
import type { Emit } from './event-bus';
import type { ModelChoice } from '../storage/documents/model-choice';
import type { InsightThread } from './insight-thread';
import type { MapCache } from './map-cache';
import type { ModelShelf } from './model-shelf';
import type { SaidCache } from './said-cache';
import type { StyleCache } from './style-cache';
import type { StyleShelf } from './style-shelf';
import type { TableCache } from './table-cache';
import type { TogetherCache } from './together-cache';

/** The wired parts that handlers work with. */
export interface EngineContext {
  readonly dataFolder: string;
  readonly version: string;
  readonly catalogue: Catalogue;
  readonly boards: Boards;
  readonly briefs: Briefs;
  readonly briefPictures: BriefPictures;
  /** Works that were proposed for retirement and settled. */
  readonly settledWorks: StudioDocument<SettledWorks>;
  readonly preferences: StudioDocument<Preferences>;
  readonly thumbnails: Thumbnails;
  /** Large renderings of works that Chromium can't show by itself, in a cache like the thumbnails'. */
  readonly previews: Thumbnails;
  readonly shelf: ModelShelf;
  readonly choice: StudioDocument<ModelChoice>;
  readonly encoder: EncoderSlot;
  readonly descriptions: DescriptionReader;
  /** The built script of the thread that fetches a pack; without it nothing can be fetched. */
  readonly downloadWorker: string | undefined;
  readonly table: TableCache;
  readonly insight: InsightThread;
  /** Learns and proposes; a thread beside `insight`, so that a label is not kept waiting by a portfolio. */
  readonly learning: InsightThread;
  readonly styles: StyleCache;
  /** Whose hand the works are by. */
  readonly hands: StyleCache;
  /** What the profile that was asked for last said of works. */
  readonly said: SaidCache;
  /** What goes together by the choices of others. */
  readonly together: TogetherCache;
  readonly styleShelf: StyleShelf;
  readonly map: MapCache;
  readonly jobs: JobQueue;
  readonly emit: Emit;
}
