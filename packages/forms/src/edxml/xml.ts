import { badFile } from '../incoming/trouble.ts';

/** An element by its local name and namespace; text is what stands in it beside its children. */
export interface Element {
  name: string;
  space: string;
  text: string;
  children: Element[];
}

const most = { depth: 40, elements: 20_000 };
const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads XML 1.0 as far as office files need it, safely: what declares a document type is refused before it is read, so
 * there are no entities but the five of XML and character references, and nothing comes from outside.
 * @throws Refusal `bad_file`
 */
export function readXml(xml: string): Element {
  if (/<!DOCTYPE|<!ENTITY/i.test(xml))
    throw badFile('entities', 'Gói có khai báo DOCTYPE nên bị từ chối. Hãy xuất lại gói edXML.');
  const top: Element = { name: '', space: '', text: '', children: [] };
  const open: { element: Element; tag: string; spaces: Record<string, string> }[] = [
    { element: top, tag: '', spaces: {} },
  ];
  let elements = 0;
  token.lastIndex = xml.startsWith('\uFEFF') ? 1 : 0;
  while (token.lastIndex < xml.length) {
    const found = token.exec(xml);
    const parent = open.at(-1)!;
    if (!found) throw broken();
    const [, raw, closed, tag, attributes = '', empty, text] = found;
    if (raw !== undefined) parent.element.text += raw;
    else if (text !== undefined) parent.element.text += plain(text);
    else if (closed !== undefined) {
      if (open.length < 2 || parent.tag !== closed) throw broken();
      open.pop();
    } else if (tag !== undefined) {
      elements += 1;
      if (elements > most.elements || open.length > most.depth)
        throw badFile('bomb', 'Gói edXML có quá nhiều phần tử nên không đọc.');
      const spaces = { ...parent.spaces, ...declared(attributes) };
      const [prefix, name] = tag.includes(':') ? (tag.split(':', 2) as [string, string]) : ['', tag];
      const element = { name, space: spaces[prefix] ?? '', text: '', children: [] };
      parent.element.children.push(element);
      if (!empty) open.push({ element, tag, spaces });
    }
  }
  const [root, ...more] = top.children;
  if (open.length !== 1 || !root || more.length > 0 || top.text.trim()) throw broken();
  return root;
}

const broken = () => badFile('damaged', 'Tệp này không phải XML đúng cú pháp. Hãy xuất lại gói edXML.');

/** The namespaces that an element declares, by prefix. */
function declared(attributes: string): Record<string, string> {
  const found = attributes.matchAll(/\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
  return Object.fromEntries([...found].map(([, prefix = '', a, b]) => [prefix, plain(a ?? b ?? '')]));
}

const known: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Text with its references read once; what is no reference of XML stays as it is written. */
function plain(text: string): string {
  return text.replace(/&(?:([a-z]+)|#(\d{1,7})|#x([0-9a-f]{1,6}));/gi, (whole, name, decimal, hex) => {
    if (name) return known[name as string] ?? whole;
    const point = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return point > 0x1f && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

/** The first child of a name. */
export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name);
}

/** All children of a name. */
export function children(element: Element | undefined, name: string): Element[] {
  return element?.children.filter((one) => one.name === name) ?? [];
}

/** Text of a child: composed and without space around it; empty where there is none. */
export function word(element: Element | undefined, name: string): string {
  return (child(element, name)?.text ?? '').normalize('NFC').trim();
}

/** What an element holds: words, elements that were written, or nothing. */
type Content = string | number | readonly Written[];
/** XML that was written, told apart from words. */
export interface Written {
  xml: string;
}

/** Writes an element; words are escaped, and what XML cannot carry is left out. */
export function element(name: string, content: Content, attributes: Record<string, string> = {}): Written {
  const more = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const inner = Array.isArray(content)
    ? (content as readonly Written[]).map(({ xml }) => xml).join('')
    : escaped(String(content));
  return { xml: `<${name}${more.join('')}>${inner}</${name}>` };
}

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (c) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot' }[c]};`);
}
