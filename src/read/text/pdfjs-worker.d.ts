/** pdfjs ships no types for its worker; loading the module is all we do with it. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs'
