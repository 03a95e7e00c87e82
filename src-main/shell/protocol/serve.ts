import { protocol } from 'electron';
import { SCHEME, type EngineClient } from '../../contract';
import { APP_ORIGIN } from '../addresses';
import { serveAppFile } from './app-files';
import { serveWorkImage } from './work-images';

/** Must run before the application is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        corsEnabled: true,
        stream: true,
      },
    },
  ]);
}

/** `oeuvre://app/...` is the interface, `oeuvre://works/...` the pictures; nothing else exists. */
export function serveScheme(engine: EngineClient, rendererFolder: string): void {
  protocol.handle(SCHEME, (request) => {
    if (request.method !== 'GET') return new Response(null, { status: 405 });
    if (request.url.startsWith(APP_ORIGIN)) {
      const [path = ''] = request.url.slice(APP_ORIGIN.length).split(/[?#]/);
      return serveAppFile(rendererFolder, path);
    }
    return serveWorkImage(engine, request.url);
  });
}
