import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ArtworkCard, ArtworkId } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

export const TITLES = ['Amber', 'Birch', 'Cedar', 'Dune'] as const;
export type Title = (typeof TITLES)[number];

/** A studio over four works of one colour each, in the folder `works`. */
export class TitledWorks {
  folder = '';
  cards: ArtworkCard[] = [];
  #studio: OpenedEngine | undefined;

  readonly ask: OpenedEngine['engine']['request'] = (name, input) => {
    if (!this.#studio) throw new Error('Expected an open studio');
    return this.#studio.engine.request(name, input);
  };
  readonly idOf = (title: Title): ArtworkId =>
    this.cards.find((card) => card.title === title)?.id ?? 0;
  readonly ratingOf = async (title: Title): Promise<number | undefined> =>
    (await this.ask('gallery.cards', { ids: [this.idOf(title)] })).at(0)?.rating;

  async open(): Promise<void> {
    this.folder = await mkdtemp(join(tmpdir(), 'oeuvre-titled-'));
    await mkdir(join(this.folder, 'works', 'again'), { recursive: true });
    for (const [at, title] of TITLES.entries()) {
      const background = { r: 60 * at, g: 90, b: 40 };
      const ground = { width: 96, height: 64 + 8 * at, channels: 3, background } as const;
      const picture = sharp({ create: ground }).jpeg();
      await picture.toFile(join(this.folder, 'works', `${title}.jpg`));
    }
    await this.openAnew();
  }

  /** With nothing known but the folder of works. */
  async openAnew(): Promise<void> {
    await this.#studio?.close();
    this.#studio = await openEngine();
    await this.ask('folders.add', { path: join(this.folder, 'works') });
    await this.#studio.engine.idle();
    const { ids } = await this.ask('gallery.query', {});
    this.cards = await this.ask('gallery.cards', { ids: [...ids] });
  }

  async close(): Promise<void> {
    await this.#studio?.close();
    this.#studio = undefined;
    await rm(this.folder, { recursive: true, force: true });
  }
}
