import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';

/** Sends anything at all through the bridge, past the types. */
async function send(
  page: Page,
  door: 'request' | 'shell',
  name: unknown,
  input?: unknown,
): Promise<unknown> {
  return page.evaluate(
    ({ door: through, name: command, input: given }) => {
      const bridge = window.oeuvre as never as Record<string, (...sent: unknown[]) => unknown>;
      return bridge[through]?.(command, given);
    },
    { door, name, input },
  );
}

const refused = (code: string) => ({ ok: false, error: { code } });

/** What a request to the protocol is answered with, asked from the page. */
async function fetched(page: Page, address: string): Promise<{ status: number; text: string }> {
  return page.evaluate(async (from) => {
    const response = await fetch(from).catch(() => undefined);
    return { status: response?.status ?? 0, text: (await response?.text()) ?? '' };
  }, address);
}

/** Begins to note what the content security policy refuses. @returns what it has refused so far */
async function watchRefusals(page: Page): Promise<() => Promise<string[]>> {
  const refusals = await page.evaluateHandle(() => {
    const found = new Set<string>();
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      found.add(`${effectiveDirective} ${blockedURI}`),
    );
    return found;
  });
  return () => refusals.evaluate((found) => [...found].sort());
}

test.describe('the page', () => {
  test('is sandboxed and isolated: no Node, no Electron, only the bridge', async ({
    openStudio,
  }) => {
    const { app, page } = await openStudio();
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'module', 'global', 'Buffer', 'electron', '__dirname'].filter(
        (name) => name in window,
      ),
      bridge: Object.keys(window.oeuvre).sort(),
    }));
    expect(seen).toEqual({ globals: [], bridge: ['on', 'pathsOf', 'request', 'shell'] });

    const preferences = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map(({ webContents }) =>
        // Electron shows what a window really got only through this undocumented function.
        (webContents as never as { getLastWebPreferences(): object }).getLastWebPreferences(),
      ),
    );
    expect(preferences).toHaveLength(1);
    expect(preferences[0]).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  test('cannot change the bridge', async ({ openStudio }) => {
    const { page } = await openStudio();
    const changed = await page.evaluate(() => {
      const before = window.oeuvre.request;
      try {
        (window.oeuvre as never as Record<string, unknown>)['request'] = () => 'mine';
      } catch {
        // Strict code throws, sloppy code fails silently: either is right.
      }
      return window.oeuvre.request !== before;
    });
    expect(changed).toBe(false);
  });

  test('runs nothing that is made out of text', async ({ openStudio }) => {
    const { page } = await openStudio();
    const refusals = await watchRefusals(page);
    const outcome = await page.evaluate(async () => {
      const attempt = (code: () => unknown): string => {
        try {
          return String(code());
        } catch (error) {
          return (error as Error).name;
        }
      };
      // Whatever a debugger runs at once may evaluate text; from the next task on the page is on its own.
      await new Promise((resume) => setTimeout(resume));
      const evaluated = attempt(() => (0, eval)('1 + 1'));
      const made = attempt(() => new Function('return 1 + 1')());
      const inline = document.createElement('script');
      inline.textContent = 'window.ranInline = true';
      document.head.append(inline);
      const image = document.createElement('img');
      image.setAttribute('onerror', 'window.ranHandler = true');
      const failed = new Promise((resume) => image.addEventListener('error', resume));
      image.src = 'oeuvre://works/0/thumbnail';
      await failed;
      return { evaluated, made, ran: ['ranInline', 'ranHandler'].filter((name) => name in window) };
    });
    expect(outcome).toEqual({ evaluated: 'EvalError', made: 'EvalError', ran: [] });
    await expect
      .poll(refusals)
      .toEqual(['script-src eval', 'script-src-attr inline', 'script-src-elem inline']);
  });

  test('loads nothing from elsewhere', async ({ openStudio }) => {
    const { page } = await openStudio();
    const refusals = await watchRefusals(page);
    const loaded = await page.evaluate(async () => {
      const from = 'https://example.com';
      const outcome = (element: HTMLElement): Promise<string> => {
        document.body.append(element);
        return new Promise((resolve) => {
          element.addEventListener('load', () => resolve('load'));
          element.addEventListener('error', () => resolve('error'));
        });
      };
      return Promise.all([
        outcome(Object.assign(new Image(), { src: `${from}/pixel.png` })),
        outcome(Object.assign(document.createElement('script'), { src: `${from}/script.js` })),
        // A frame that is refused ends as loaded, and empty.
        outcome(Object.assign(document.createElement('iframe'), { src: `${from}/frame` })),
        fetch(`${from}/data`).then(
          () => 'load',
          () => 'error',
        ),
      ]);
    });
    expect(loaded).toEqual(['error', 'error', 'load', 'error']);
    const elsewhere = async (): Promise<string[]> =>
      (await refusals()).filter((refusal) => refusal.includes('example.com'));
    await expect
      .poll(elsewhere)
      .toEqual([
        'connect-src https://example.com/data',
        'frame-src https://example.com',
        'img-src https://example.com/pixel.png',
        'script-src-elem https://example.com/script.js',
      ]);
  });

  test('stays where it is and opens no window', async ({ openStudio }) => {
    const { app, page } = await openStudio();
    await expect(page.getByTestId('first-run')).toBeVisible();
    const home = page.url();
    const opened = await page.evaluate(() => window.open('https://example.com/') !== null);
    expect(opened).toBe(false);
    for (const address of [
      'https://example.com/',
      'file:///etc/hostname',
      'data:text/html,<h1>elsewhere</h1>',
      'oeuvre://works/1/original',
      'oeuvre://app/nothing.html',
    ]) {
      const stayed = await page.evaluate(async (href) => {
        const link = Object.assign(document.createElement('a'), { href });
        document.body.append(link);
        link.click();
        // A question to main and back: what the click began has been decided by then.
        const { ok } = await window.oeuvre.shell('shell.info', undefined);
        return ok;
      }, address);
      expect
        .soft({ address, stayed, url: page.url() })
        .toEqual({ address, stayed: true, url: home });
    }
    await page.keyboard.press('ControlOrMeta+6');
    expect(await page.evaluate(() => document.body.innerText)).toContain('Appearance');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('gets no permission', async ({ openStudio }) => {
    const { page } = await openStudio();
    const answers = await page.evaluate(async () => {
      const refusal = (asked: Promise<unknown>): Promise<string> =>
        asked.then(
          () => 'granted',
          () => 'refused',
        );
      const located = new Promise((resolve, reject) =>
        navigator.geolocation.getCurrentPosition(resolve, reject),
      );
      return {
        camera: await refusal(navigator.mediaDevices.getUserMedia({ video: true })),
        notifications: await Notification.requestPermission(),
        geolocation: await refusal(located),
        clipboard: await refusal(navigator.clipboard.readText()),
        midi: await refusal(navigator.requestMIDIAccess({ sysex: true })),
      };
    });
    expect(answers).toEqual({
      camera: 'refused',
      notifications: 'denied',
      geolocation: 'refused',
      clipboard: 'refused',
      midi: 'refused',
    });
  });
});

test.describe('the oeuvre:// protocol', () => {
  const outside = [
    'oeuvre://app/../../package.json',
    'oeuvre://app/../main/index.cjs',
    'oeuvre://app/%2e%2e/main/index.cjs',
    'oeuvre://app/..%2f..%2fpackage.json',
    'oeuvre://app/%2e%2e%2f%2e%2e%2fpackage.json',
    'oeuvre://app/..%5c..%5cpackage.json',
    'oeuvre://app/assets/..%2f..%2f..%2fpackage.json',
    'oeuvre://app/%252e%252e/%252e%252e/package.json',
    'oeuvre://app//etc/hostname',
    'oeuvre://app/%2fetc%2fhostname',
    'oeuvre://app/etc/passwd%00.html',
    'oeuvre://app/index.html%00.js',
    'oeuvre://app/',
    'oeuvre://app/nothing.html',
    'oeuvre://app/%',
  ];

  test('serves the interface and never a file outside of it', async ({ openStudio }) => {
    const { app, page } = await openStudio();
    const home = await fetched(page, 'oeuvre://app/index.html');
    expect(home.status).toBe(200);
    for (const address of outside) {
      expect.soft({ address, ...(await fetched(page, address)) }).toEqual({
        address,
        status: 404,
        text: '',
      });
    }
    // Main's own client does not tidy the path up first, as a page does.
    const statuses = await app.evaluate(
      ({ net }, addresses) =>
        Promise.all(
          addresses.map((address) =>
            net
              .fetch(address)
              .then(async (response) => `${response.status}${await response.text()}`),
          ),
        ),
      outside,
    );
    expect(statuses).toEqual(outside.map(() => '404'));
  });

  test('serves works by their number only', async ({ openSamples }) => {
    const { page } = await openSamples();
    const { ids } = await ask(page, 'gallery.query', {});
    const known = ids[0] ?? 0;
    expect((await fetched(page, `oeuvre://works/${known}/thumbnail`)).status).toBe(200);
    for (const address of ['oeuvre://works/999999/thumbnail', 'oeuvre://works/999999/original'])
      expect.soft(await fetched(page, address)).toEqual({ status: 404, text: '' });
    for (const address of [
      'oeuvre://works/0/thumbnail',
      'oeuvre://works/-1/thumbnail',
      'oeuvre://works/1e3/thumbnail',
      `oeuvre://works/${known}/path`,
      `oeuvre://works/${known}/thumbnail/..%2f..%2fcatalogue.db`,
      `oeuvre://works/${known}/thumbnail?v=../../x`,
      'oeuvre://works/../../../etc/hostname',
      'oeuvre://works/etc/hostname',
      'oeuvre://elsewhere/index.html',
    ]) {
      const { status, text } = await fetched(page, address);
      expect.soft({ address, status, text }).toEqual({ address, status: 400, text: '' });
    }
  });

  test('answers reading only', async ({ openStudio }) => {
    const { page } = await openStudio();
    const status = await page.evaluate(
      async () => (await fetch('oeuvre://app/index.html', { method: 'POST', body: 'x' })).status,
    );
    expect(status).toBe(405);
  });
});

test.describe('a request', () => {
  test('that nobody knows is refused', async ({ openStudio }) => {
    const { page } = await openStudio();
    for (const name of ['files.delete', 'toString', '__proto__', 'constructor', '', null, 7, {}]) {
      expect
        .soft(await send(page, 'request', name))
        .toMatchObject(refused('request/unknown-command'));
      expect
        .soft(await send(page, 'shell', name))
        .toMatchObject(refused('request/unknown-command'));
    }
  });

  test('for a path on the disk is the shell’s alone', async ({ openSamples }) => {
    const { page } = await openSamples();
    const input = { id: 1, kind: 'original' };
    expect(await send(page, 'request', 'files.locate', input)).toMatchObject(
      refused('request/unknown-command'),
    );
  });

  test('with arguments of another shape is refused before anybody acts on it', async ({
    openStudio,
  }) => {
    const { page } = await openStudio();
    const wrong: [name: string, input: unknown][] = [
      ['folders.add', undefined],
      ['folders.add', { path: '' }],
      ['folders.add', { path: 7 }],
      ['folders.add', { path: 'x'.repeat(5000) }],
      ['artworks.rate', { ids: [1], rating: 6 }],
      ['artworks.rate', { ids: ['1'], rating: 5 }],
      ['artworks.get', { id: '1 OR 1=1' }],
      ['artworks.get', { id: 1.5 }],
      ['gallery.query', { sort: 'date; DROP TABLE artworks' }],
      ['gallery.query', { colour: 'red' }],
      ['preferences.set', { theme: 'pink' }],
      ['boards.create', { name: ' ' }],
    ];
    for (const [name, input] of wrong) {
      const answer = await send(page, 'request', name, input);
      expect.soft(answer, name).toMatchObject(refused('request/invalid-arguments'));
    }
    const answer = await send(page, 'shell', 'shell.saveFile', { suggestedName: '', kind: 'exe' });
    expect(answer).toMatchObject(refused('request/invalid-arguments'));
  });

  test('that fails comes back with the code of its cause and without a stack', async ({
    openStudio,
  }) => {
    const { page } = await openStudio();
    const answer = await send(page, 'request', 'artworks.get', { id: 424242 });
    expect(answer).toMatchObject(refused('artwork/not-found'));
    expect(JSON.stringify(answer)).not.toMatch(/\.cjs|\bat /);
    expect(await send(page, 'request', 'folders.add', { path: '/no/such/folder' })).toMatchObject(
      refused('folder/not-found'),
    );
  });

  test('from any other window or frame is refused', async ({ openStudio }) => {
    const { app } = await openStudio();
    const answers = await app.evaluate(async ({ app: own, BrowserWindow }) => {
      const webPreferences = {
        preload: `${own.getAppPath()}/out/preload/index.cjs`,
        sandbox: true,
        contextIsolation: true,
        nodeIntegrationInSubFrames: true,
      };
      const stranger = new BrowserWindow({ show: false, webPreferences });
      const ask = (): Promise<unknown> =>
        stranger.webContents.executeJavaScript(
          `window.oeuvre.request('gallery.facets', undefined)`,
        );
      await stranger.loadURL('oeuvre://app/index.html');
      const fromOurPage = await ask();
      await stranger.loadURL('data:text/html,<iframe srcdoc="inside"></iframe>');
      const fromElsewhere = await ask();
      const frame = stranger.webContents.mainFrame.frames[0];
      const fromFrame: unknown = await frame?.executeJavaScript(
        `window.oeuvre.request('gallery.facets', undefined)`,
      );
      stranger.destroy();
      return { fromOurPage, fromElsewhere, fromFrame };
    });
    expect(answers.fromOurPage).toMatchObject(refused('request/forbidden-sender'));
    expect(answers.fromElsewhere).toMatchObject(refused('request/forbidden-sender'));
    expect(answers.fromFrame).toMatchObject(refused('request/forbidden-sender'));
  });

  test('can’t come from a frame inside the window: it has no bridge', async ({ openStudio }) => {
    const { app, page } = await openStudio();
    await page.evaluate(
      () =>
        new Promise((resume) => {
          const frame = document.createElement('iframe');
          frame.srcdoc = '<p>inside</p>';
          frame.addEventListener('load', resume);
          document.body.append(frame);
        }),
    );
    const bridges = await app.evaluate(async ({ BrowserWindow }) => {
      const frames = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames ?? [];
      return Promise.all(frames.map((frame) => frame.executeJavaScript('typeof window.oeuvre')));
    });
    expect(bridges).toEqual(['undefined']);
  });
});
