/** pdfmake ships no types for its insides; `insides.ts` says what they are. */
declare module 'pdfmake/js/*' {
  const module: { default: unknown }
  export default module
}
