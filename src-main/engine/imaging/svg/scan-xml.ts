/** What the scanner meets on its way through a document. */
export interface XmlVisitor {
  /** `<?target ...?>` and its text. */
  instruction(text: string): void;
  doctype(text: string): void;
  attribute(element: string, name: string, value: string): void;
  text(element: string, text: string): void;
}

const NAME = /[^\s<>/='"]+/y;
const SPACE = /\s*/y;

/**
 * Walks through an XML text once from left to right and reports everything that can carry a reference. It
 * never backtracks, so that its time is linear in the text's length whatever the text holds.
 *
 * @throws Error where a tag, comment or section is not closed
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  let element = '';
  while (at < xml.length) {
    const open = xml.indexOf('<', at);
    const text = xml.slice(at, open < 0 ? xml.length : open);
    if (text.trim() !== '') visitor.text(element, text);
    if (open < 0) return;
    if (xml.startsWith('<!--', open)) at = after(xml, '-->', open + 4);
    else if (xml.startsWith('<![CDATA[', open)) {
      at = after(xml, ']]>', open + 9);
      visitor.text(element, xml.slice(open + 9, at - 3));
    } else if (xml.startsWith('<?', open)) {
      at = after(xml, '?>', open + 2);
      visitor.instruction(xml.slice(open + 2, at - 2));
    } else if (xml.startsWith('<!', open)) {
      at = endOfDoctype(xml, open);
      visitor.doctype(xml.slice(open, at));
    } else if (xml.startsWith('</', open)) {
      at = after(xml, '>', open);
      element = '';
    } else [at, element] = scanTag(xml, open + 1, visitor);
  }
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new Error(`Expected '${mark}' but the document ended`);
  return found + mark.length;
}

function endOfDoctype(xml: string, from: number): number {
  const subset = xml.indexOf('[', from);
  const plain = after(xml, '>', from);
  if (subset < 0 || subset > plain) return plain;
  return after(xml, '>', after(xml, ']', subset));
}

function match(pattern: RegExp, xml: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(xml)?.[0] ?? '';
}

/** @returns where the tag ends, and its element's name */
function scanTag(xml: string, from: number, visitor: XmlVisitor): [number, string] {
  const element = match(NAME, xml, from);
  let at = from + element.length;
  while (at < xml.length) {
    at += match(SPACE, xml, at).length;
    if (xml[at] === '>') return [at + 1, element];
    const name = match(NAME, xml, at);
    if (name === '') {
      at += 1;
      continue;
    }
    at += name.length;
    const [value, end] = scanValue(xml, at);
    visitor.attribute(element, name, value);
    at = end;
  }
  throw new Error(`Expected the end of <${element.slice(0, 40)}> but the document ended`);
}

function scanValue(xml: string, from: number): [string, number] {
  let at = from + match(SPACE, xml, from).length;
  if (xml[at] !== '=') return ['', from];
  at += 1;
  at += match(SPACE, xml, at).length;
  const quote = xml[at];
  if (quote !== '"' && quote !== "'") return ['', at];
  const end = after(xml, quote, at + 1);
  return [xml.slice(at + 1, end - 1), end];
}
