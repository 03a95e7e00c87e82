import { scanXml } from './scan-xml';

const EXTERNAL_ENTITY = /<!ENTITY\s+(?:%\s+)?\S+\s+(?:SYSTEM|PUBLIC)\b/i;
const ENTITY = /<!ENTITY\s+(%\s+)?([^\s"'<>]+)\s+(?:"([^"]*)"|'([^']*)')/gi;
const STYLESHEET = /^xml-stylesheet\b/i;
const REFERENCE_ATTRIBUTES = new Set(['href', 'src']);
const CSS_URL = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)]*))/gi;
const CSS_IMPORT = /@import\b\s*([^;]*)/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

/**
 * Looks for anything in an SVG that points out of the file: links to pictures, stylesheets and fonts, CSS
 * `url()` and `@import`, entities of the document type. Hyperlinks (`<a>`) load nothing and pass.
 *
 * @returns the first reference found, null when the drawing stands alone
 * @throws Error when the document is not well-formed enough to tell, or plays with nested entities
 */
export function findExternalReference(xml: string): string | null {
  const finder = new ReferenceFinder();
  scanXml(xml, finder);
  return finder.found;
}

class ReferenceFinder {
  found: string | null = null;
  private readonly entities = new Map<string, string>();

  instruction(text: string): void {
    if (STYLESHEET.test(text)) this.report(text);
  }

  doctype(text: string): void {
    const external = EXTERNAL_ENTITY.exec(text);
    if (external) this.report(external[0]);
    for (const [, parameter, name = '', double, single] of text.matchAll(ENTITY)) {
      const value = double ?? single ?? '';
      if (parameter || /[&<%]/.test(value)) throw new Error('Expected plain entities only');
      this.entities.set(name, value);
    }
  }

  attribute(element: string, name: string, value: string): void {
    const local = localName(name);
    if (value === '' || name.startsWith('xmlns')) return;
    const text = this.resolve(value);
    if (REFERENCE_ATTRIBUTES.has(local)) {
      if (localName(element) !== 'a' && pointsOutside(text)) this.report(text);
    } else this.css(text);
  }

  text(element: string, text: string): void {
    if (localName(element) === 'style') this.css(this.resolve(text));
  }

  private css(text: string): void {
    if (!/[(@\\]/.test(text)) return;
    const css = unescapeCss(text).replaceAll(/\/\*[^]*?\*\//g, '');
    const imported = CSS_IMPORT.exec(css);
    if (imported) this.report(imported[1] ?? '');
    for (const [, double, single, bare = ''] of css.matchAll(CSS_URL)) {
      const target = (double ?? single ?? bare).trim();
      if (pointsOutside(target)) this.report(target);
    }
  }

  private resolve(value: string): string {
    if (!value.includes('&')) return value;
    return value.replaceAll(
      /&(#x?)?([^;\s&]{1,64});/gi,
      (whole, hash: string | undefined, name: string) => {
        if (hash) return codePoint(Number.parseInt(name, hash.length === 2 ? 16 : 10));
        return NAMED[name] ?? this.entities.get(name) ?? whole;
      },
    );
  }

  private report(reference: string): void {
    this.found ??= reference.trim().slice(0, 200);
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

/** Fragments and data that the file itself carries stay inside. */
function pointsOutside(target: string): boolean {
  const trimmed = target.trim();
  return trimmed !== '' && !trimmed.startsWith('#') && !/^data:/i.test(trimmed);
}

function unescapeCss(css: string): string {
  return css.replaceAll(/\\([0-9a-f]{1,6})\s?/gi, (_, hex: string) =>
    codePoint(Number.parseInt(hex, 16)),
  );
}

function codePoint(code: number): string {
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
