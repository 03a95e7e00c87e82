import { z } from 'zod';
import { artworkIdSchema, type ArtworkId } from './ids';

export const SCHEME = 'oeuvre';

/** `oeuvre://works/<id>/<kind>`; the interface itself is served from `oeuvre://app/`. */
export const IMAGE_KINDS = ['thumbnail', 'preview', 'original'] as const;
export type ImageKind = (typeof IMAGE_KINDS)[number];

const imageAddressSchema = z.object({
  id: z.coerce.number().pipe(artworkIdSchema),
  kind: z.enum(IMAGE_KINDS),
});

/** @param version anything that changes with the content (its hash), so that a re-saved work is fetched again */
export function imageAddress(id: ArtworkId, kind: ImageKind, version = ''): string {
  return `${SCHEME}://works/${id}/${kind}${version && `?v=${version.slice(0, 12)}`}`;
}

/** Reads an address back; null for anything that is not exactly of this form. */
export function parseImageAddress(address: string): { id: ArtworkId; kind: ImageKind } | null {
  const match = /^oeuvre:\/\/works\/([0-9]{1,10})\/([a-z]+)(?:\?v=[0-9a-f]{0,64})?$/.exec(address);
  if (!match) return null;
  const parsed = imageAddressSchema.safeParse({ id: match[1], kind: match[2] });
  return parsed.success ? parsed.data : null;
}
