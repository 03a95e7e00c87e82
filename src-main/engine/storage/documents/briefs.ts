import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  briefSchema,
  EngineError,
  MOST_IMAGES,
  type Brief,
  type BriefId,
  type BriefImage,
  type BriefPatch,
  type PictureId,
} from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

/** A brief that was put away stays with its pictures until the document is next opened. */
const keptSchema = briefSchema.extend({ removed: z.boolean().default(false) });
const briefsSchema = z.object({ briefs: z.array(keptSchema) });
type KeptBrief = z.infer<typeof keptSchema>;
type BriefsDocument = z.infer<typeof briefsSchema>;

/** Opens the briefs, kept as one document, without those that were put away before. */
export async function openBriefs(file: string): Promise<Briefs> {
  const document = await openDocument(file, briefsSchema, { briefs: [] });
  if (document.data.briefs.some(({ removed }) => removed))
    await document.update(({ briefs }) => ({ briefs: briefs.filter(({ removed }) => !removed) }));
  return new Briefs(document);
}

/** What people are looking for. */
export class Briefs {
  constructor(private readonly document: StudioDocument<BriefsDocument>) {}

  get notices(): StudioDocument<BriefsDocument>['notices'] {
    return this.document.notices;
  }

  /** Resolves when every change that was begun is on the disk or has failed. */
  settled(): Promise<void> {
    return this.document.settled();
  }

  list(): Brief[] {
    return present(this.document.data.briefs).map(plain);
  }

  /** @throws EngineError 'brief/not-found' */
  get(id: BriefId): Brief {
    return plain(find(present(this.document.data.briefs), id));
  }

  /** Pictures from outside that a brief keeps, also one that was put away. */
  pictures(): Set<PictureId> {
    const images = this.document.data.briefs.flatMap((brief) => brief.images);
    return new Set(images.flatMap((image) => (image.kind === 'outside' ? [image.picture] : [])));
  }

  /** @throws EngineError 'brief/name-taken' */
  async create(name: string): Promise<Brief> {
    const createdAt = new Date().toISOString();
    const brief = keptSchema.parse({ id: randomUUID(), name, createdAt });
    await this.document.update(({ briefs }) => {
      checkName(present(briefs), name);
      return { briefs: [...briefs, brief] };
    });
    return plain(brief);
  }

  /** @throws EngineError 'brief/not-found', 'brief/name-taken' */
  rename(id: BriefId, name: string): Promise<Brief> {
    return this.#change(id, (brief, all) => {
      checkName(
        all.filter((other) => other !== brief),
        name,
      );
      return { ...brief, name };
    });
  }

  /** @throws EngineError 'brief/not-found' */
  change(id: BriefId, patch: BriefPatch): Promise<Brief> {
    const given = Object.entries(patch).filter(([, value]) => value !== undefined);
    return this.#change(id, (brief) => ({ ...brief, ...Object.fromEntries(given) }));
  }

  /** @throws EngineError 'brief/not-found', 'brief/too-many-images' */
  addImage(id: BriefId, image: BriefImage): Promise<Brief> {
    return this.#change(id, (brief) => {
      if (brief.images.length >= MOST_IMAGES)
        throw new EngineError('brief/too-many-images', `Brief ${id} holds ${MOST_IMAGES} images`);
      return { ...brief, images: [...brief.images, image] };
    });
  }

  /** @throws EngineError 'brief/not-found' */
  async remove(id: BriefId): Promise<void> {
    await this.#change(id, (brief) => ({ ...brief, removed: true }));
  }

  /** @throws EngineError 'brief/not-found' when nothing of that name was put away */
  async restore(id: BriefId): Promise<Brief> {
    const { briefs } = await this.document.update(({ briefs: all }) => {
      const brief = find(
        all.filter(({ removed }) => removed),
        id,
      );
      const name = freeName(present(all), brief.name);
      return { briefs: all.map((it) => (it === brief ? { ...brief, name, removed: false } : it)) };
    });
    return plain(find(briefs, id));
  }

  async #change(
    id: BriefId,
    make: (brief: KeptBrief, all: readonly KeptBrief[]) => KeptBrief,
  ): Promise<Brief> {
    const { briefs } = await this.document.update((data) => {
      const all = present(data.briefs);
      const changed = make(find(all, id), all);
      return { briefs: data.briefs.map((brief) => (brief.id === id ? changed : brief)) };
    });
    return plain(find(briefs, id));
  }
}

function plain({ removed: _, ...brief }: KeptBrief): Brief {
  return brief;
}

function present(briefs: readonly KeptBrief[]): KeptBrief[] {
  return briefs.filter(({ removed }) => !removed);
}

function find(briefs: readonly KeptBrief[], id: BriefId): KeptBrief {
  const brief = briefs.find((it) => it.id === id);
  if (!brief) throw new EngineError('brief/not-found', `There is no brief ${id}`, { id });
  return brief;
}

const keyOf = (name: string): string => name.trim().toLocaleLowerCase();

function checkName(others: readonly KeptBrief[], name: string): void {
  if (others.some((other) => keyOf(other.name) === keyOf(name)))
    throw new EngineError('brief/name-taken', `There is a brief '${name}' already`, { name });
}

function freeName(others: readonly KeptBrief[], name: string): string {
  const taken = new Set(others.map((other) => keyOf(other.name)));
  let free = name;
  for (let n = 2; taken.has(keyOf(free)); n++) free = `${name} (${n})`;
  return free;
}
