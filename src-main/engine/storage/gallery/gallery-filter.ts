import type { GalleryQuery } from '../../../contract';
import { parseHex, srgbToOklab } from '../../kernel/oklab';
import type { SqlValue } from '../database';
import { ACCENT_SHARE } from '../repositories/analyses';
import { searchExpression } from '../search-text';
import type { GalleryContext } from './gallery-context';

export interface Filter {
  /** Conditions on `artworks a`, joined by AND. */
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** Distance in OKLab up to which a colour counts as near; about the step from one named hue to the next. */
const NEAR = 0.1;

/** Share of the picture that near colours must cover together; one accent is enough. */
const LEAST_SHARE = ACCENT_SHARE;

const NOTHING: Filter = { sql: '0', values: [] };

type Clause = (query: GalleryQuery, context: GalleryContext) => Filter | null;

/** One entry for each part of a query; null where the query doesn't ask for it. */
const CLAUSES: readonly Clause[] = [
  ({ ids }) => (ids ? listed(ids) : { sql: 'a.visible = 1', values: [] }),
  ({ text }) => (text?.trim() ? searched(text) : null),
  ({ folderId }) =>
    folderId === undefined
      ? null
      : within('SELECT artwork_id FROM files WHERE folder_id = ? AND missing = 0', folderId),
  ({ minRating }) => (minRating ? { sql: 'a.rating >= ?', values: [minRating] } : null),
  ({ favourite }) =>
    favourite === undefined ? null : { sql: `a.favourite = ${Number(favourite)}`, values: [] },
  ({ label }) =>
    label === undefined ? null : within('SELECT artwork_id FROM labels WHERE label = ?', label),
  ({ keyword }) =>
    keyword === undefined
      ? null
      : within('SELECT artwork_id FROM keywords WHERE keyword = ?', keyword),
  ({ cluster }, { clusterWorks }) => (cluster === undefined ? null : listed(clusterWorks ?? [])),
  ({ colour }) => (colour === undefined ? null : coloured(colour)),
  ({ from }) => (from ? { sql: 'a.date >= ?', values: [from] } : null),
  // A bound such as '2019' or '2019-05' includes all that begins with it.
  ({ to }) => (to ? { sql: 'a.date < ?', values: [`${to}\uFFFF`] } : null),
];

/** The conditions of a query. Works without a present file are shown only where they are named one by one. */
export function galleryFilter(query: GalleryQuery, context: GalleryContext): Filter {
  const filters = CLAUSES.map((clause) => clause(query, context)).filter((it) => it !== null);
  return {
    sql: filters.map(({ sql }) => sql).join(' AND '),
    values: filters.flatMap(({ values }) => values),
  };
}

function within(select: string, value: SqlValue): Filter {
  return { sql: `a.id IN (${select})`, values: [value] };
}

function listed(ids: readonly number[]): Filter {
  return within('SELECT value FROM json_each(?)', JSON.stringify(ids));
}

function searched(text: string): Filter {
  const expression = searchExpression(text);
  return expression === null
    ? NOTHING
    : within('SELECT rowid FROM search WHERE search MATCH ?', expression);
}

/** Works in whose palette the colours near this one have some weight together. */
function coloured(hex: string): Filter {
  const [l, a, b] = srgbToOklab(...parseHex(hex));
  const near = `l BETWEEN ? AND ? AND a BETWEEN ? AND ? AND b BETWEEN ? AND ?
    AND (l - ?) * (l - ?) + (a - ?) * (a - ?) + (b - ?) * (b - ?) <= ?`;
  return {
    sql: `a.id IN (SELECT artwork_id FROM swatches WHERE ${near}
      GROUP BY artwork_id HAVING sum(share) >= ?)`,
    values: [
      ...[l, a, b].flatMap((value) => [value - NEAR, value + NEAR]),
      ...[l, a, b].flatMap((value) => [value, value]),
      NEAR * NEAR,
      LEAST_SHARE,
    ],
  };
}
