import type { Axis, Cluster, Period, Portfolio, ShellInput } from '../../src-main/contract';
import { engine, on, shell } from '../bridge';
import { locale } from '../i18n';
import { svgPicture } from '../lib/charts/svg-picture';
import { gallery } from './gallery.svelte';
import { LoadSoon } from './load-soon';
import { groupNames } from './map-group-names';
import { navigation } from './navigation.svelte';
import { notices } from './notices.svelte';
import { preferences } from './preferences.svelte';
import { regroup } from './regroup';
import { Resource } from './resource.svelte';

const CHANGES_PAUSE_MS = 1000;
/** Fewer works make no whole. */
const FEWEST = 3;

type ExportFile = ShellInput<'shell.saveFile'>;

/** How the whole body of work hangs together, and what can be taken away of it. */
class PortfolioState {
  readonly answer = new Resource<Portfolio>();
  readonly #soon = new LoadSoon(() => this.load(), CHANGES_PAUSE_MS);
  #exporting = $state(false);

  /** Names of the groups, in their order. */
  readonly groupNames = $derived.by(() => {
    // Groups by another axis are other groups.
    const isCurrent = this.answer.value?.axis === this.axis;
    const clusters = (isCurrent && this.answer.value?.clusters) || [];
    return clusters.length > 1 ? groupNames(clusters.map(({ traits }) => traits)) : [];
  });

  /** True when there are works enough to speak of a whole. */
  get isEnough(): boolean {
    return (this.answer.value?.works ?? 0) >= FEWEST;
  }
  /** True while a file is being made. */
  get exporting(): boolean {
    return this.#exporting;
  }

  /** Loads and keeps up to date for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const stops = [
      on('catalogue.changed', () => this.#soon.ask()),
      on('style.learnt', () => this.#soon.ask()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      this.#soon.cancel();
    };
  }

  /** What the works of a group are alike in. */
  get axis(): Axis {
    return preferences.current.groupAxis;
  }

  /** Groups the works by another axis. */
  async group(axis: Axis): Promise<void> {
    await regroup(axis);
    await this.load();
  }

  async load(): Promise<void> {
    await this.answer.load(() => engine.request('portfolio.get', undefined));
  }

  /** Shows a group's works in the gallery. */
  showGroup({ index }: Pick<Cluster, 'index'>): void {
    gallery.clearFilters();
    gallery.filter({ cluster: index });
    navigation.go({ view: 'gallery' });
  }

  /** Shows a period's works in the gallery. */
  showPeriod(period: Period): void {
    gallery.clearFilters();
    gallery.filter({ from: period.start, to: endOf(period) });
    navigation.go({ view: 'gallery' });
  }

  /** Shows works of one style label in the gallery. */
  showStyle(label: string): void {
    gallery.clearFilters();
    gallery.filter({ label });
    navigation.go({ view: 'gallery' });
  }

  async saveCsv(): Promise<void> {
    await this.#export(async () => {
      const { csv } = await engine.request('portfolio.csv', undefined);
      return { suggestedName: 'portfolio.csv', kind: 'csv', content: csv };
    });
  }

  async saveReport(): Promise<void> {
    await this.#export(async () => {
      const { html } = await engine.request('portfolio.report', { language: locale.current });
      return { suggestedName: 'portfolio.html', kind: 'html', content: html };
    });
  }

  async savePicture(svg: SVGSVGElement, name: string): Promise<void> {
    await this.#export(async () => {
      const ground = getComputedStyle(document.documentElement).getPropertyValue('--ground');
      const content = await svgPicture(svg, ground);
      return { suggestedName: `${name}.png`, kind: 'png', content };
    });
  }

  async print(): Promise<void> {
    await notices.attempt(() => shell('shell.print', undefined));
  }

  async #export(make: () => Promise<ExportFile>): Promise<void> {
    if (this.#exporting) return;
    this.#exporting = true;
    const saved = await notices.attempt(async () => {
      return shell('shell.saveFile', await make());
    });
    this.#exporting = false;
    if (saved) notices.say({ kind: 'saved', path: saved.path });
  }
}

/** A bound that begins like a date includes all that begins with it: '2019', '2019-05'; '2010s' ends with '2019'. */
function endOf({ label }: Period): string {
  return label.endsWith('s') ? `${label.slice(0, 3)}9` : label;
}

export const portfolio = new PortfolioState();
