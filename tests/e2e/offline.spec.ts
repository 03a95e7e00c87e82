import type { Page } from '@playwright/test';
import { join, resolve } from 'node:path';
import { startCountingProxy } from './support/counting-proxy';
import { readNetLog } from './support/net-log';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { goTo, openWork, seeWholeGallery } from './support/views';

/** Through every view, and through what each can be asked for. */
async function walkThrough(page: Page): Promise<void> {
  await seeWholeGallery(page, (await sampleFiles()).length);
  await openWork(page, 'Fjord, Last Light');
  await expect(page.getByTestId('picture')).toHaveClass(/shown/);
  await expect(page.getByTestId('trait').first()).toBeVisible();
  await goTo(page, 'map');
  await expect(page.getByTestId('map')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'portfolio');
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
  await goTo(page, 'suggestions');
  await expect(page.getByTestId('suggestion').first()).toBeVisible();
  await goTo(page, 'boards');
  await goTo(page, 'settings');
  await expect(page.getByTestId('model').first()).toBeVisible();
}

test('the studio reads the samples and shows every view without asking anybody', async ({
  openStudio,
  userData,
}) => {
  const proxy = await startCountingProxy();
  const log = join(userData, 'net-log.json');
  const { app, page } = await openStudio({
    args: ['--sample', ...proxy.switches, `--log-net-log=${log}`],
  });
  await walkThrough(page);
  await app.close();

  expect({ asked: proxy.asked, connections: proxy.connections() }).toEqual({
    asked: [],
    connections: 0,
  });
  const { requested, contacted } = await readNetLog(log);
  expect(requested.filter((address) => !address.startsWith('oeuvre:'))).toEqual([]);
  expect(contacted).toEqual([]);
  await proxy.close();
});

test('the same proxy and the same log do see an application without our locks', async ({
  openStudio,
  userData,
}) => {
  const proxy = await startCountingProxy();
  const log = join(userData, 'net-log.json');
  const address = 'http://somewhere.test/';
  const { app } = await openStudio({
    application: resolve('tests/fixtures/plain-browser'),
    address,
    args: [...proxy.switches, `--log-net-log=${log}`],
    env: { PLAIN_BROWSER_ADDRESS: address },
  });
  await app.close();

  expect(proxy.asked).toContain(`GET ${address}`);
  expect(proxy.connections()).toBeGreaterThan(0);
  expect((await readNetLog(log)).requested).toContain(address);
  await proxy.close();
});

test('even main’s own attempts are stopped before they leave', async ({ openStudio }) => {
  const proxy = await startCountingProxy();
  const { app } = await openStudio({ args: [...proxy.switches] });
  const outcomes = await app.evaluate(({ net, session }) => {
    const attempt = (asked: Promise<unknown>): Promise<string> =>
      asked.then(
        () => 'answered',
        ({ message }: Error) => message,
      );
    return Promise.all([
      attempt(net.fetch('http://somewhere.test/')),
      attempt(net.fetch('https://127.0.0.1:9443/')),
      // A session that none of the first lock's rules know of meets the second one.
      attempt(session.fromPartition('another').fetch('http://somewhere.test/')),
    ]);
  });
  expect(outcomes).toEqual([
    'net::ERR_BLOCKED_BY_CLIENT',
    'net::ERR_BLOCKED_BY_CLIENT',
    'net::ERR_PROXY_CONNECTION_FAILED',
  ]);
  expect(proxy.connections()).toBe(0);
  await proxy.close();
});
