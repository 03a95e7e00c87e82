import type { ArtworkId, Portfolio } from '../../../contract';
import type { Language } from '../../wording';

/** What the report tells of one work. */
export interface ReportWork {
  id: ArtworkId;
  title: string;
  /** In pixels, as displayed. */
  width: number;
  height: number;
  /** When it was made, ISO 8601; null where it does not say. */
  date: string | null;
}

export interface ReportPicture {
  data: Uint8Array;
  mime: 'image/jpeg' | 'image/webp';
}

/** Everything that a report is made from; nothing else is read. */
export interface ReportSource {
  /** Name of the collection; null for a general title. */
  name: string | null;
  portfolio: Portfolio;
  works: readonly ReportWork[];
  language: Language;
  /** Of the application. */
  version: string;
  /** Day of the report, ISO 8601. */
  date: string;
  /**
   * A small picture of a work, at most `longSide` pixels on its longer side; null where there is none.
   */
  picture: (id: ArtworkId, longSide: number) => Promise<ReportPicture | null>;
}
