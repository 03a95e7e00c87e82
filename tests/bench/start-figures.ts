import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchStudio } from '../e2e/support/launch';
import { figure, median, note } from './figures';

const ROUNDS = 3;

/** From the start of the process to the first row of works on the screen, with the samples already indexed. */
export async function startFigures(): Promise<void> {
  note('start: the application over an indexed sample portfolio');
  const userData = await mkdtemp(join(tmpdir(), 'oeuvre-bench-start-'));
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    const { app, page } = await launchStudio({
      userData,
      application: resolve('.'),
      args: round === 0 ? ['--sample'] : [],
    });
    await page.locator('[data-testid=work] img').first().waitFor();
    // The first round indexes; it is not counted.
    if (round > 0) times.push(performance.now() - start);
    else await page.waitForTimeout(5000);
    await app.close();
  }
  figure('start.first_row_ms', median(times), 'ms');
  await rm(userData, { recursive: true, force: true });
}
