import type { Made } from './drawing/edition.js'

const OFFICE = 'application/vnd.openxmlformats-officedocument'

export const MEDIA_TYPES: Readonly<Record<Made['ending'], string>> = {
  png: 'image/png',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  pptx: `${OFFICE}.presentationml.presentation`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
}
