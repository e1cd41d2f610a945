import type { Text } from '@fengsui/domain/metrics/model'
import type { AnnotationKind } from '@fengsui/prisma/office/office'

/** What can be said to have happened; the list is closed, so that each kind has a sign of its own in the pictures. */
export const KINDS = {
  policy: { zh: '政策', en: 'Policy' },
  campaign: { zh: '专项行动', en: 'Campaign' },
  accident: { zh: '事故', en: 'Accident' },
  dataGap: { zh: '数据缺口', en: 'Data gap' },
} as const satisfies Record<AnnotationKind, Text>
