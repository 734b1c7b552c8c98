/** A finished document as a format check sees it: its lines with their letters and, where the file has pages, their places. */

/** Edges of a line in millimetres from the upper left corner of its page. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** How a paragraph is set, as a Word file states it. */
export type Setting = {
  /** Even at both margins. */
  readonly justified: boolean;
  /** Points above and below. */
  readonly before: number;
  readonly after: number;
  /** From line to line, in lines; null where the writer has fixed it in points. */
  readonly spacing: number | null;
};

export type Line = {
  readonly page: number;
  readonly text: string;
  /** Beside the motto, below it, or over the whole width. */
  readonly column: 'left' | 'right' | 'full';
  readonly centred: boolean;
  /** Whether a paragraph begins here. */
  readonly begins: boolean;
  /** Millimetres that its first letter stands in; null where the file does not say. */
  readonly indent: number | null;
  /** Letters in points; null: the file does not say. */
  readonly size: number | null;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly font: string | null;
  /** Red, green and blue as six digits; null: black, or the file does not say. */
  readonly colour: string | null;
  /** Null where the file does not say. */
  readonly setting: Setting | null;
  readonly box: Box | null;
};

export type Margins = {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
};

export type Sheet = {
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
  readonly pages: number;
  /** As the file states them, or as measured; a side that cannot be told is NaN. */
  readonly margins: Margins;
  readonly lines: readonly Line[];
  /** Page numbers: their lines stand in the margin above. Null where the file has no pages. */
  readonly pageNumbers: readonly Line[] | null;
  /** Whether a file without pages asks for their numbers in the upper margin; null where the pages are there to look at. */
  readonly numbered: boolean | null;
};
