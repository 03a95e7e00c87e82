import type { ArtworkId } from '../../../contract';
import { html, NOTHING, type Html } from './html';
import type { ReportPicture, ReportSource, ReportWork } from './report-source';

/** Size of the pictures by how many there are, so that a report stays small enough to be sent. */
const SIZES = [
  { upTo: 120, longSide: 400 },
  { upTo: 600, longSide: 260 },
  { upTo: Infinity, longSide: 180 },
];
const PARALLEL = 4;

/**
 * The pictures of a report. Each is embedded once, however often it is shown: the page shows copies of it.
 */
export class Pictures {
  private constructor(
    private readonly works: ReadonlyMap<ArtworkId, ReportWork>,
    private readonly embedded: ReadonlyMap<ArtworkId, ReportPicture>,
  ) {}

  /**
   * @param ids the works that the report will show
   * @param large those of them that are shown large
   */
  static async load(
    source: ReportSource,
    ids: ReadonlySet<ArtworkId>,
    large: ReadonlySet<ArtworkId>,
  ): Promise<Pictures> {
    const works = new Map(source.works.map((work) => [work.id, work]));
    const embedded = new Map<ArtworkId, ReportPicture>();
    const queue = [...ids].filter((id) => works.has(id));
    const longSide = SIZES.find(({ upTo }) => ids.size <= upTo)?.longSide ?? 0;
    const load = async (): Promise<void> => {
      for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
        const picture = await source.picture(id, large.has(id) ? 512 : longSide);
        if (picture) embedded.set(id, picture);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, load));
    return new Pictures(works, embedded);
  }

  work(id: ArtworkId): ReportWork | undefined {
    return this.embedded.has(id) ? this.works.get(id) : undefined;
  }

  /** A picture of a work in its own proportion; nothing where it has none. */
  show(id: ArtworkId): Html {
    const work = this.work(id);
    if (!work) return NOTHING;
    const [width, height] = proportion(work);
    return html`<svg
      class="picture"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label="${work.title}"
    >
      <use href="#w${id}" />
    </svg>`;
  }

  /** The embedded pictures themselves, to stand once in the page. */
  definitions(): Html {
    const images = [...this.embedded].map(([id, { data, mime }]) => {
      const work = this.works.get(id);
      const [width, height] = work ? proportion(work) : [1, 1];
      const address = `data:${mime};base64,${Buffer.from(data).toString('base64')}`;
      return html`<image
        id="w${id}"
        width="${width}"
        height="${height}"
        preserveAspectRatio="none"
        href="${address}"
      />`;
    });
    return html`<svg class="definitions" aria-hidden="true"><defs>${images}</defs></svg>`;
  }
}

/** Width over height of a work as it is shown: extreme strips are let out of their proportion to stay visible. */
export function aspectOf({ width, height }: ReportWork): number {
  return Math.min(8, Math.max(1 / 8, width / height));
}

function proportion(work: ReportWork): [number, number] {
  const aspect = aspectOf(work);
  return aspect >= 1 ? [1000, Math.round(1000 / aspect)] : [Math.round(1000 * aspect), 1000];
}
