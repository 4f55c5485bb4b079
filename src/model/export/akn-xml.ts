import { create } from 'xmlbuilder2';

/** Akoma Ntoso as a tree, and the tree as a file: lines and indents stand only where white space means nothing. */

const aknNamespace = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** For what the standard has no word for. Akoma Ntoso admits attributes of other namespaces on every element of its text. */
const balisesNamespace = 'urn:x-balises:v1';

const prefixed: Record<string, string> = {
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
  balises: balisesNamespace,
};

type Attributes = Record<string, string | undefined>;

export interface Xml {
  name: string;
  attributes: Attributes;
  children: (Xml | string)[];
  /** Its children are words: any space added among them would change the text. */
  words: boolean;
}

/** An element of elements. */
export const block = (name: string, attributes: Attributes = {}, children: Xml[] = []): Xml => ({
  name,
  attributes,
  children,
  words: false,
});

/** An element of words. */
export const words = (name: string, attributes: Attributes, children: (Xml | string)[]): Xml => ({
  name,
  attributes,
  children,
  words: true,
});

type Builder = ReturnType<typeof create>;

const namespaceOf = (name: string): string | undefined => {
  const [prefix, local] = name.split(':');
  return local === undefined ? undefined : prefixed[prefix!];
};

function append(
  parent: Builder,
  { name, attributes, children, words: ofWords }: Xml,
  indent: string | undefined,
): void {
  const element = parent.ele(namespaceOf(name) ?? aknNamespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.att(namespaceOf(key) ?? null, key, value);
  }
  const inside = ofWords || indent === undefined ? undefined : `${indent} `;
  for (const child of children) {
    if (typeof child === 'string') {
      element.txt(child);
      continue;
    }
    if (inside !== undefined) element.txt(inside);
    append(element, child, inside);
  }
  if (inside !== undefined && children.length > 0) element.txt(indent!);
}

/** A sign that XML cannot hold is an error here, not in the reader's program. */
export function writeXml(root: Xml): string {
  const document = create({ version: '1.0', encoding: 'UTF-8' });
  append(document, { ...root, attributes: { 'xmlns:balises': balisesNamespace, ...root.attributes } }, '\n');
  return `${document.end({ wellFormed: true }).replace('?>', '?>\n')}\n`;
}
