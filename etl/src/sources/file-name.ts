import { redact } from '@fengsui/domain/privacy/redaction'
import { basename } from 'node:path'

/** A file's name as it may be stored and printed: people put names and phone numbers into it. */
export const shownName = (path: string): string => redact(basename(path))
