/** The list of input formats. To add one: its file, and its line here. */
import { csv } from './csv.js'
import type { InputFormat } from './input-format.js'
import { ods, xlsx } from './workbook.js'

/** Every kind of file that can hold a table. */

export const inputFormats: readonly InputFormat[] = [csv, xlsx, ods]
