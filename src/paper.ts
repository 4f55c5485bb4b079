/** The colour of the paper, for what draws it before the style is there: the frame of the browser. The same as in site.css. */
export const paper = { light: '#fcfbf8', dark: '#14161a' };
