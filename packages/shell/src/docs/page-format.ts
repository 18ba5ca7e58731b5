import type { HelpPage } from './help-page.js';

/** A file that is to be written. */
export interface DocsFile {
  /** Relative to the folder of the output. */
  readonly path: string;
  readonly content: string;
}

/** How pages are written. */
export interface PageFormat {
  /** The folder that is written to unless another is named. */
  readonly folder: string;
  readonly files: (pages: readonly HelpPage[]) => readonly DocsFile[];
}
