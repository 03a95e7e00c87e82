import type { FolderId } from '../../contract';
import { addFolder } from '../catalogue/add-folder';
import { removeFolder } from '../catalogue/remove-folder';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import type { IndexPayload } from './index-runner';

type LibraryHandlers = HandlersOf<'folders'> & HandlersOf<'files'> & HandlersOf<'jobs'>;

export function libraryHandlers(
  context: EngineContext,
  locate: LibraryHandlers['files.locate'],
): LibraryHandlers {
  const { catalogue, jobs, emit } = context;
  const index = (folderId: FolderId, path: string, retryFailed: boolean): { jobId: string } => {
    const payload: IndexPayload = { folderId, retryFailed };
    return { jobId: jobs.enqueue('index', path, payload) };
  };
  return {
    'folders.add': async ({ path }) => {
      const folder = await addFolder(catalogue, path);
      return { folder, ...index(folder.id, folder.path, false) };
    },
    'folders.list': () => catalogue.folders.list(),
    'folders.rescan': ({ folderId }) => index(folderId, catalogue.folders.get(folderId).path, true),
    'folders.refresh': () => {
      for (const { id, path } of catalogue.folders.list()) index(id, path, false);
    },
    'folders.remove': async ({ folderId }) => {
      await jobs.cancelSubject('index', catalogue.folders.get(folderId).path);
      await removeFolder(catalogue, folderId);
      emit('catalogue.changed', { ids: [], total: catalogue.artworks.countVisible() });
    },
    'files.failed': ({ folderId }) => catalogue.failures.list(folderId),
    'files.locate': locate,
    'jobs.list': () => jobs.list(),
    'jobs.pause': ({ jobId }) => jobs.pause(jobId),
    'jobs.resume': ({ jobId }) => jobs.resume(jobId),
    'jobs.cancel': ({ jobId }) => jobs.cancel(jobId),
  };
}
