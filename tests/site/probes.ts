/**
 * What axe does not see. Each probe runs in the page and names what is wrong; accessibility.test.ts shows that each finds a fault that
 * was put there. They are plain functions of the document, sent to the browser as they stand.
 */

/** Where an element is, for a person who mends it. */
declare global {
  // eslint-disable-next-line no-var
  var where: (element: Element) => string;
}

/** Every data cell has the header of its row and the header of its column. */
function headersOfCells(): string[] {
  return [...document.querySelectorAll<HTMLTableCellElement>('table:not([role=presentation]) td')].flatMap((cell) => {
    const table = cell.closest('table')!;
    const row = cell.closest('tr')!.querySelector('th[scope=row]');
    const column = table.tHead?.rows[0]?.cells[cell.cellIndex];
    const named = table.tHead === null || column?.getAttribute('scope') === 'col';
    return row && named ? [] : [`no ${row ? 'column' : 'row'} header: ${where(cell)}`];
  });
}

/** A shape never stands without its word. */
function forcesInWords(): string[] {
  return [...document.querySelectorAll('.topmark')].flatMap((mark) => {
    const place = mark.closest('mark.rule, a, dt, li, p, td, span')!;
    return place.textContent.trim() === '' ? [`a shape without a word: ${where(mark)}`] : [];
  });
}

/** A table that the style sets as anything else says again what it is: some browsers go by the layout. */
function rolesOfTables(): string[] {
  const laidOut = (element: Element): boolean => /^(?:table|none)/.test(getComputedStyle(element).display);
  return [...document.querySelectorAll<HTMLTableElement>('table:not([role=presentation])')].flatMap((table) => {
    const parts = [table, ...table.querySelectorAll('thead, tbody, tfoot, tr, td, th')];
    if (parts.every(laidOut)) return [];
    return parts.flatMap((part) =>
      part.hasAttribute('role') ? [] : [`set as no table, and says no role: ${where(part)}`],
    );
  });
}

const focusable =
  'a[href]:not([tabindex="-1"]), button:not(:disabled), input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';

/** The focus is seen on everything that takes it, and nothing lies over it. */
function focusSeen(selector: string): string[] {
  return [...document.querySelectorAll<HTMLElement | SVGElement>(selector)].flatMap((element) => {
    if (!element.checkVisibility({ visibilityProperty: true })) return [];
    element.focus({ focusVisible: true } as FocusOptions);
    if (document.activeElement !== element) return [`takes no focus: ${where(element)}`];
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) return [`no focus ring: ${where(element)}`];
    const boxes = [...element.getClientRects()].filter(({ width, height }) => width > 1 && height > 1);
    const seen = boxes.some(({ left, top, width, height }) => {
      const [x, y] = [left + width / 2, top + height / 2];
      const inside = x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
      const there = inside ? document.elementFromPoint(x, y) : null;
      return (
        there !== null &&
        (element.contains(there) || there.contains(element) || there.closest('label')?.control === element)
      );
    });
    return seen ? [] : [`covered or out of sight when it has the focus: ${where(element)}`];
  });
}

/** Nobody is sent past others by a number. */
function focusOrder(): string[] {
  return [...document.querySelectorAll('[tabindex]')].flatMap((element) =>
    Number(element.getAttribute('tabindex')) > 0 ? [`a place of its own in the order: ${where(element)}`] : [],
  );
}

/** At least so many pixels each way, or as far from the next one; a link within a sentence is as high as its line. */
function targets(selector: string, least: number): string[] {
  const isInline = (element: Element): boolean => getComputedStyle(element).display === 'inline';
  const boxes = [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
    let block = element.parentElement!;
    while (isInline(block)) block = block.parentElement!;
    const inSentence = isInline(element) && block.textContent.trim() !== element.textContent.trim();
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.skip, .hidden-text')) return [];
    const label = element.closest('label') ?? element;
    const box = label.getBoundingClientRect();
    // Half a pixel is how a browser rounds.
    return [{ element, box, small: !inSentence && Math.min(box.width, box.height) < least - 0.5 }];
  });
  return boxes.flatMap(({ element, box, small }) => {
    if (!small) return [];
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const crowded = boxes.some(({ element: other, box: near }) => {
      if (other === element || other.contains(element) || element.contains(other)) return false;
      const dx = Math.max(near.left - x, 0, x - near.right);
      const dy = Math.max(near.top - y, 0, y - near.bottom);
      return Math.hypot(dx, dy) < least / 2;
    });
    return crowded ? [`too small and too near to another: ${where(element)}`] : [];
  });
}

/** One first heading, and no level left out. */
function headings(): string[] {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => one.checkVisibility());
  const first = levels.filter(({ localName }) => localName === 'h1');
  const gaps = levels.flatMap((heading, index) => {
    const [before, own] = [levels[index - 1]?.localName[1] ?? '0', heading.localName[1]!];
    return Number(own) > Number(before) + 1 ? [`after h${before} comes ${where(heading)}`] : [];
  });
  return [...(first.length === 1 ? [] : [`${first.length} first headings`]), ...gaps];
}

/** Tables, navigations and sections have a name, each one its own. */
function names(): string[] {
  const nameOf = (element: Element): string =>
    element.getAttribute('aria-label') ??
    (element.getAttribute('aria-labelledby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
      .trim();
  const tables = [...document.querySelectorAll<HTMLTableElement>('table:not([role=presentation])')];
  const landmarks = [...document.querySelectorAll('nav, [role=search], aside, dialog')];
  const unnamed = [
    ...tables.filter((table) => !table.caption?.textContent.trim() && nameOf(table) === ''),
    ...landmarks.filter((one) => !one.matches('[role=search]') && nameOf(one) === ''),
    ...[...document.querySelectorAll('section[aria-labelledby]')].filter((one) => nameOf(one) === ''),
  ];
  const said = landmarks.filter((one) => one.matches('nav')).map(nameOf);
  const twice = said.filter((name, index) => name !== '' && said.indexOf(name) !== index);
  return [...unnamed.map((one) => `has no name: ${where(one)}`), ...twice.map((name) => `two navigations "${name}"`)];
}

/** Nothing moves by itself. */
function stillness(): string[] {
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationName } = getComputedStyle(element);
    const still =
      animationName === 'none' && transitionDuration.split(',').every((one) => Number.parseFloat(one) === 0);
    return still ? [] : [`moves: ${where(element)}`];
  });
}

/** Nothing goes past the edge of the window, and no cell holds what does. */
function edges(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const scrolls = (cell: Element): boolean => {
    const around = cell.closest('section');
    return around !== null && getComputedStyle(around).overflowX === 'auto';
  };
  const cells = [...document.querySelectorAll('td, th')].filter((cell) => {
    const { right, width: own } = cell.getBoundingClientRect();
    return (
      own > 0 &&
      // Alone in its row, it may stand out over nothing; where there is more than fits, one scrolls to it.
      cell.parentElement!.children.length > 1 &&
      ((right > clientWidth + 1 && !scrolls(cell)) || cell.scrollWidth > Math.ceil(own) + 1) &&
      !cell.closest('thead, .hidden-text')
    );
  });
  return [
    ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []),
    ...cells.map((cell) => `goes past its place: ${where(cell)}`),
  ];
}

/** What is read is not cut off. */
function clipped(): string[] {
  return [...document.querySelectorAll<HTMLElement>('main *, header *')].flatMap((element) => {
    const { overflowX, overflowY, clipPath } = getComputedStyle(element);
    if (
      clipPath !== 'none' ||
      !element.checkVisibility() ||
      element.closest('svg, .hidden-text, textarea, input, select')
    )
      return [];
    const cut =
      (overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1) ||
      (overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1);
    return cut ? [`is cut off: ${where(element)}`] : [];
  });
}

/** Regions that speak are there, and silent, before there is anything to say. */
function liveRegions(): string[] {
  const regions = [...document.querySelectorAll('[role=status], [aria-live]')];
  return regions.length > 0 ? [] : ['no live region'];
}

const call = (probe: (...given: never[]) => string[], ...given: (string | number)[]): string =>
  `globalThis.where = (e) => e.outerHTML.replaceAll(/\\s+/g, ' ').slice(0, 140); (${probe.toString()})(${given.map((one) => JSON.stringify(one)).join(', ')})`;

/** What to evaluate in the page, by name. */
export const probes = {
  'two headers for each data cell': call(headersOfCells),
  'a table stays one, however it is set': call(rolesOfTables),
  'a force is told in a word': call(forcesInWords),
  'the focus is visible and not covered': call(focusSeen, focusable),
  'the focus follows the page': call(focusOrder),
  'targets of 24 pixels': call(targets, focusable, 24),
  'headings without gaps': call(headings),
  'tables and landmarks have names': call(names),
  'nothing moves': call(stillness),
  'nothing goes past the edge': call(edges),
  'nothing is cut off': call(clipped),
  'a live region is there': call(liveRegions),
} as const;

/** Where fingers are: the width of one. */
export const fingerTargets = call(targets, focusable, 44);

export type ProbeName = keyof typeof probes;
