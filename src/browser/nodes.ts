/** Makes nodes and text only: no markup is ever made of what somebody typed or wrote. */

export type Child = Node | string;

export function node<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): Node {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const topmark = (force: string): Node =>
  svg(
    'svg',
    { class: `topmark force-${force}`, viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    svg('use', { href: `#topmark-${force}` }),
  );

/** "{n} clauses" with its numbers and names put in. */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
