/** Slides in large type, over the whole window: one thing at a time, for a room that sits ten metres away. */

/** Sizes that are tried, largest first, in hundredths of the window's smaller side; below the last one a slide scrolls. */
const sizes = [8, 7.2, 6.4, 5.8, 5.2, 4.7, 4.2];

/** How much of a slide too long for the window one step shows. */
const stepShare = 0.8;

const forward = new Set(['ArrowRight', 'ArrowDown', 'PageDown', ' ']);
const back = new Set(['ArrowLeft', 'ArrowUp', 'PageUp']);

export class Projection {
  readonly #dialog: HTMLDialogElement;
  readonly #slide: HTMLElement;
  readonly #place: HTMLElement;
  #slides: readonly Node[] = [];
  #at = 0;
  readonly #moved: (at: number | undefined) => void;

  /** `opener` has the focus when the projection is left; `moved` is told which slide stands there, from 1, and then undefined. */
  constructor(dialog: HTMLDialogElement, opener: HTMLElement, moved: (at: number | undefined) => void) {
    this.#dialog = dialog;
    this.#moved = moved;
    this.#slide = dialog.querySelector<HTMLElement>('[data-slide]')!;
    this.#place = dialog.querySelector<HTMLElement>('[data-place]')!;
    dialog.addEventListener('keydown', this.#key);
    dialog.addEventListener('close', () => {
      if (document.fullscreenElement) void document.exitFullscreen();
      this.#moved(undefined);
      opener.focus();
    });
    dialog.addEventListener('click', ({ target }) => {
      const step = target instanceof Element ? target.closest<HTMLElement>('[data-step]')?.dataset.step : undefined;
      if (step === 'leave') dialog.close();
      else if (step) this.#step(Number(step));
    });
    this.#slide.addEventListener('scroll', () => this.#tell());
    addEventListener('resize', () => this.#fit());
  }

  open(slides: readonly Node[], at = 0): void {
    if (slides.length === 0) return;
    this.#slides = slides;
    this.#at = Math.min(Math.max(at, 0), slides.length - 1);
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#slide.focus();
    this.#show();
  }

  #show(): void {
    this.#slide.replaceChildren(this.#slides[this.#at]!);
    this.#slide.scrollTop = 0;
    this.#tell();
    this.#fit();
    this.#tell();
    this.#moved(this.#at + 1);
  }

  /** Where one is, and whether the slide goes on below. */
  #tell(): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#slide;
    const more = scrollHeight - clientHeight - scrollTop > 1 ? ' ↓' : '';
    this.#place.textContent = `${this.#at + 1} / ${this.#slides.length}${more}`;
  }

  /** The largest type in which the slide fits; never a word cut: what does not fit scrolls. */
  #fit(): void {
    if (!this.#dialog.open) return;
    for (const size of sizes) {
      this.#slide.style.fontSize = `${size}vmin`;
      if (this.#slide.scrollHeight <= this.#slide.clientHeight) return;
    }
  }

  /** The rest of a long slide comes before the next one. */
  #step(by: number): void {
    const { scrollTop, scrollHeight, clientHeight } = this.#slide;
    const left = by > 0 ? scrollHeight - clientHeight - scrollTop : scrollTop;
    if (left > 1) {
      this.#slide.scrollTop += by * clientHeight * stepShare;
      return;
    }
    const at = this.#at + by;
    if (!this.#slides[at]) return;
    this.#at = at;
    this.#show();
  }

  /** The page fills the screen, and the dialog the page: a dialog may not do it alone. */
  async #fillScreen(): Promise<void> {
    try {
      if (document.fullscreenElement) await document.exitFullscreen();
      else await document.documentElement.requestFullscreen();
    } catch {
      // Not to be had here: the window is large enough to read.
    }
  }

  #key = (event: KeyboardEvent): void => {
    const { key, shiftKey, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    // On a button the space bar presses the button.
    if (key === ' ' && target instanceof HTMLButtonElement) return;
    if (forward.has(key)) this.#step(key === ' ' && shiftKey ? -1 : 1);
    else if (back.has(key)) this.#step(-1);
    else if (key === 'Home' || key === 'End') this.open(this.#slides, key === 'Home' ? 0 : this.#slides.length - 1);
    else if (key.toLowerCase() === 'f') void this.#fillScreen();
    else return;
    event.preventDefault();
  };
}
