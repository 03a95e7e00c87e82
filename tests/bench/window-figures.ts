import { resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { launchStudio } from '../e2e/support/launch';
import { figure, median, note } from './figures';
import { ThreadClock } from './thread-clock';

const ROUNDS = 3;
const WHEEL_TURNS = 80;

interface Longest {
  main: number;
  renderer: number;
}

/** Keeps the longest task of the window and the longest gap of the main process's event loop. */
async function listen(app: ElectronApplication, page: Page): Promise<() => Promise<Longest>> {
  await page.evaluate(() => {
    const store = globalThis as { tasks?: [number, number][] };
    const tasks: [number, number][] = (store.tasks = []);
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        tasks.push([performance.timeOrigin + startTime, duration]);
    }).observe({ entryTypes: ['longtask'] });
  });
  const pid = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const clock = new ThreadClock(pid ?? 0);
  await app.evaluate(() => {
    const store = globalThis as { longestGap?: number };
    store.longestGap = 0;
    let last = performance.now();
    let spent = process.cpuUsage();
    setInterval(() => {
      const now = performance.now();
      const { user, system } = process.cpuUsage(spent);
      // A gap in which the process hardly ran is the machine's, not ours.
      const gap = Math.min(now - last - 5, (user + system) / 1000);
      store.longestGap = Math.max(store.longestGap ?? 0, gap);
      last = now;
      spent = process.cpuUsage();
    }, 5);
  });
  return async () => {
    const tasks = await page.evaluate(() => {
      const store = globalThis as { tasks?: [number, number][] };
      return store.tasks?.splice(0) ?? [];
    });
    const lengths = tasks.map(([start, duration]) => {
      const spent = clock.spentBetween(start, start + duration);
      return Number.isNaN(spent) ? duration : Math.min(duration, spent);
    });
    const renderer = Math.max(0, ...lengths);
    const main = await app.evaluate(() => {
      const store = globalThis as { longestGap?: number };
      const longest = store.longestGap ?? 0;
      store.longestGap = 0;
      return longest;
    });
    return { main, renderer };
  };
}

/** Down the gallery by the wheel, then to its end and back. */
async function scroll(page: Page): Promise<void> {
  await page.getByTestId('gallery').hover();
  for (let turn = 0; turn < WHEEL_TURNS; turn++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(20);
  }
  for (const key of ['End', 'Home']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(500);
  }
}

async function whileIndexing(page: Page, path: string): Promise<void> {
  await page.evaluate(async (folder) => {
    const { oeuvre } = globalThis as unknown as {
      oeuvre: { request(name: string, input: unknown): Promise<unknown> };
    };
    await oeuvre.request('folders.add', { path: folder });
  }, path);
  for (let turn = 0; turn < 6; turn++) await scroll(page);
}

/** @returns the longer of the two */
function tell(name: string, rounds: readonly Longest[]): number {
  const main = median(rounds.map((round) => round.main));
  const renderer = median(rounds.map((round) => round.renderer));
  figure(`ui.longest_block_${name}_main_ms`, main, 'ms');
  figure(`ui.longest_block_${name}_renderer_ms`, renderer, 'ms');
  return Math.max(main, renderer);
}

/**
 * The real window over a large library: the longest task of the interface, and the longest gap in the main process, while
 * the gallery is scrolled and while a folder is being indexed. Tasks of the interface under 50 ms do not count.
 *
 * @param folder pictures that the library does not have yet
 */
export async function windowFigures(userData: string, folder: string): Promise<void> {
  note('ui: the application over the same library');
  const { app, page } = await launchStudio({ userData, application: resolve('.') });
  await page.locator('[data-testid=work] img').first().waitFor();
  await page.waitForTimeout(10_000);
  const takeLongest = await listen(app, page);
  const rounds: Longest[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await scroll(page);
    rounds.push(await takeLongest());
  }
  const scrolling = tell('scrolling', rounds);
  await whileIndexing(page, folder);
  const indexing = tell('indexing', [await takeLongest()]);
  figure('ui.longest_block_ms', Math.max(scrolling, indexing), 'ms');
  await app.close();
}
