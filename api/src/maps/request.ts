import { isCoordinateSystem, type CoordinateSystem } from '@fengsui/domain/boundaries/coordinate-system'
import { asReviewNumber, isReviewNumber } from '@fengsui/domain/boundaries/review-number'
import type { Text } from '@fengsui/domain/metrics/model'
import { MAP_LEVELS, type MapLevel } from '@fengsui/prisma/office/office'
import { z } from 'zod'

/** What is declared about a map that is handed in. */
export interface Declaration {
  readonly level: MapLevel
  readonly coordinates: CoordinateSystem
  /** 审图号 in its one form; '' for a map without one. */
  readonly reviewNumber: string
  /** Where the file is from. */
  readonly origin: string
  readonly fileName: string
}

/** What is wrong with a declaration, by the field that is wrong. */
const SENTENCES: Readonly<Record<keyof Declaration, Text>> = {
  level: {
    zh: '请说明这是哪一级的地图：上一级（above）、一级区域（region1）或二级区域（region2）。',
    en: 'Say of which level the map is: above, region1 or region2.',
  },
  coordinates: {
    zh: '请声明坐标系：WGS-84、CGCS2000 或 GCJ-02；其他坐标系请先转换。',
    en: 'Declare the coordinates: WGS-84, CGCS2000 or GCJ-02; convert others first.',
  },
  reviewNumber: {
    zh: '审图号的格式应如“渝S(2024)001号”或“GS(2024)1234号”；没有审图号时留空，地图将标为示意图。',
    en: 'A review number is written like 渝S(2024)001号; leave it empty without one, and the map is marked schematic.',
  },
  origin: {
    zh: '请写明边界文件的来源，最多200字。',
    en: 'Say where the file is from, in up to 200 characters.',
  },
  fileName: { zh: '文件名应为1至200个字。', en: 'A file name has 1 to 200 characters.' },
}

const words = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{C}*$/u)
const schema = z.object({
  level: z.enum(MAP_LEVELS),
  coordinates: z.string().refine(isCoordinateSystem),
  reviewNumber: z
    .string()
    .default('')
    .transform(asReviewNumber)
    .refine((text) => text === '' || isReviewNumber(text)),
  origin: words,
  fileName: words,
})

/** Reads a declaration as it came from outside, or says everything that is wrong with it. */
export function readDeclaration(given: unknown): Declaration | readonly Text[] {
  const read = schema.safeParse(given)
  if (read.success) return read.data
  const fields = new Set(read.error.issues.map(({ path }) => path[0] as keyof Declaration))
  return [...fields].map((field) => SENTENCES[field] ?? SENTENCES.level)
}
