import type { Facts } from './facts';

/** The title and description that a drawing carries for people (SVG 2, section 5.7), and Dublin Core's creator. */
export function svgFacts(xml: string): Facts {
  return {
    title: contentOf(xml, 'title'),
    description: contentOf(xml, 'desc'),
    author: contentOf(xml, 'dc:creator'),
  };
}

function contentOf(xml: string, element: string): string | null {
  const open = xml.indexOf(`<${element}`);
  const start = open < 0 ? -1 : xml.indexOf('>', open) + 1;
  const end = start <= 0 ? -1 : xml.indexOf(`</${element}>`, start);
  if (end < 0) return null;
  return xml
    .slice(start, Math.min(end, start + 4000))
    .replaceAll(/<[^<>]{0,400}>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
