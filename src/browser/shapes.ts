/** What is drawn, where a script draws: the same shapes as the components have. */

export function svg(name: string, attributes: Readonly<Record<string, string>>, ...children: readonly Node[]): Node {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const topmark = (force: string): Node =>
  svg('svg', { class: 'topmark', 'aria-hidden': 'true' }, svg('use', { href: `#topmark-${force}` }));
