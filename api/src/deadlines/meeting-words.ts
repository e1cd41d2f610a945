import type { Text } from '@fengsui/domain/metrics/model'
import { MEETING_LEAST, type MeetingReason } from '@fengsui/domain/rules/meeting'

/** Why the units should talk a case over, in words. */
export const MEETING_WORDS: Readonly<Record<MeetingReason, Text>> = {
  majorHazard: { zh: '重大隐患', en: 'major hazard' },
  extension: { zh: '申请过延期', en: 'extension asked for' },
  returned: {
    zh: `退回${MEETING_LEAST.returned}次及以上`,
    en: `returned ${MEETING_LEAST.returned} times or more`,
  },
  manyUnits: {
    zh: `经过${MEETING_LEAST.units}个及以上单位`,
    en: `through ${MEETING_LEAST.units} units or more`,
  },
  manyReports: {
    zh: `并入${MEETING_LEAST.mergedReports}件及以上重复举报`,
    en: `${MEETING_LEAST.mergedReports} repeated reports or more`,
  },
}
