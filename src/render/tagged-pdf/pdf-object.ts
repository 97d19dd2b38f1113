/** Objects of a PDF file, as pdfkit has them. */
/** An object of the file, with the number it is referred to by. `data` is written by `end`. */
export type PdfReference = { data: Record<string, unknown>; end(content?: string | Uint8Array): void }

/** pdfkit writes a primitive string as a name and a String object as a string. */
export function pdfString(text: string): object {
  return Object(text)
}
