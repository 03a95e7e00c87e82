import type { EngineArguments, EngineClient } from '../../contract';
import { artistHandlers } from './artist-handlers';
import { artworkHandlers } from './artwork-handlers';
import { briefHandlers } from './brief-handlers';
import { descriptionHandlers } from './description-handlers';
import { dispatcher } from './dispatch';
import type { EngineContext } from './engine-context';
import { EventBus, type EventListener } from './event-bus';
import { evidenceHandlers } from './evidence-handlers';
import { galleryHandlers } from './gallery-handlers';
import { handsHandlers } from './hands-handlers';
import type { Handlers } from './handlers';
import { insightHandlers } from './insight-handlers';
import { libraryHandlers } from './library-handlers';
import { learntStyleHandlers } from './learnt-style-handlers';
import { fileLocator } from './locate-file';
import { openContext } from './open-context';
import { modelHandlers } from './model-handlers';
import { outsideHandlers } from './outside-handlers';
import { pairHandlers } from './pair-handlers';
import { profileHandlers } from './profile-handlers';
import { qualityHandlers } from './quality-handlers';
import { proofHandlers } from './proof-handlers';
import { ratingsHandlers } from './ratings-handlers';
import { reviewHandlers } from './review-handlers';
import { signalHandlers } from './signal-handlers';
import { studioHandlers } from './studio-handlers';
import { evaluateFolder, type EvaluationAnswer, type EvaluationRequest } from './style-evaluation';
import { styleHandlers } from './style-handlers';
import { suggestionHandlers } from './suggestion-handlers';
import { tasteHandlers } from './taste-handlers';

export type { EvaluationAnswer, KnownWork } from './style-evaluation';
export { labelKey } from '../style';
export {
  evaluateSuggestions as evaluateRatings,
  type RatedItem,
  type RatingTables,
} from '../recommend';
export { convertPair, type PairRequest } from '../inference/pair/convert-pair';

/** The whole engine behind one function; the worker process, the command line and the tests use it alike. */
export interface Engine extends EngineClient {
  request: EngineClient['request'];
  /** @returns the function that ends the subscription */
  onEvent(listener: EventListener): () => void;
  /** Measures the active model on works whose answers are known. */
  evaluateStyle(request: EvaluationRequest): Promise<EvaluationAnswer>;
  /** Resolves when no job runs or waits any more. */
  idle(): Promise<void>;
  /** Stops jobs in good order and closes the catalogue. */
  close(): Promise<void>;
}

function handlersOf(context: EngineContext): Handlers {
  return {
    ...libraryHandlers(context, fileLocator(context)),
    ...galleryHandlers(context),
    ...descriptionHandlers(context),
    ...artworkHandlers(context),
    ...styleHandlers(context),
    ...evidenceHandlers(context),
    ...outsideHandlers(context),
    ...handsHandlers(context),
    ...learntStyleHandlers(context),
    ...reviewHandlers(context),
    ...qualityHandlers(context),
    ...modelHandlers(context),
    ...insightHandlers(context),
    ...suggestionHandlers(context),
    ...tasteHandlers(context),
    ...proofHandlers(context),
    ...briefHandlers(context),
    ...artistHandlers(context),
    ...signalHandlers(context),
    ...profileHandlers(context),
    ...ratingsHandlers(context),
    ...pairHandlers(context),
    ...studioHandlers(context),
  };
}

async function close(context: EngineContext): Promise<void> {
  const { jobs, encoder, insight, learning, catalogue, boards, preferences, choice } = context;
  // The last thing a user does may be to change a setting and close the window.
  await Promise.all([jobs.close(), boards.settled(), preferences.settled()]);
  await choice.settled();
  const { briefs, briefPictures, settledWorks } = context;
  await Promise.all([briefs.settled(), briefPictures.settled(), settledWorks.settled()]);
  await Promise.all([insight.close(), learning.close(), context.styleShelf.settled()]);
  await Promise.all([encoder.close(), context.descriptions.close()]);
  catalogue.close();
}

/**
 * Composes the engine: the only place that wires features, storage, inference and jobs together.
 *
 * @throws EngineError 'catalogue/*' when the catalogue can't be used
 */
export async function composeEngine(options: EngineArguments): Promise<Engine> {
  const bus = new EventBus();
  const context = await openContext(options, bus);
  return {
    request: dispatcher(handlersOf(context)),
    onEvent: (listener) => bus.subscribe(listener),
    evaluateStyle: (request) => evaluateFolder(context, request),
    idle: () => context.jobs.idle(),
    close: () => close(context),
  };
}
