import { readFile } from 'node:fs/promises';
import { extname, normalize, resolve, sep } from 'node:path';
import { APP_POLICY } from '../content-security-policy';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.json': 'application/json',
};

/** The file behind an address path, or null when it would lie outside `root`. */
export function resolveInside(root: string, addressPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(addressPath);
  } catch {
    return null;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return null;
  const path = resolve(root, `.${normalize(`/${decoded}`)}`);
  return path.startsWith(root + sep) ? path : null;
}

/** Serves the built interface out of `root`. */
export async function serveAppFile(root: string, addressPath: string): Promise<Response> {
  const path = resolveInside(root, addressPath);
  const mime = path === null ? undefined : MIME[extname(path)];
  if (path === null || mime === undefined) return new Response(null, { status: 404 });
  try {
    const body = await readFile(path);
    return new Response(new Uint8Array(body), {
      headers: {
        'content-type': mime,
        'content-security-policy': APP_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  } catch {
    return new Response(null, { status: 404 });
  }
}
