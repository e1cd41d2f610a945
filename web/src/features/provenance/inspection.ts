import { shallowRef, type ShallowRef } from 'vue'
import type { Row, Table } from '../../graphql/answer'
import type { ComparisonKind, MeasureId, NumberInput } from '../../graphql/generated/graphql'

/** Which number of a value is meant. */
export interface Origin {
  readonly measure: MeasureId
  /** Null: the number of the period itself. */
  readonly comparison: ComparisonKind | null
}

/** Which part of an answer a row is: a member or bucket, 其他, or the total. */
export type Place = 'member' | 'others' | 'total'

/** One number on the screen, with the answer in which it stands. */
export interface Inspected extends Origin {
  readonly table: Table
  readonly row: Row
  readonly place: Place
  /** Opens the cases behind it at once: those that hold this text, all where it is empty. */
  readonly search?: string
}

const inspected = shallowRef<Inspected | null>(null)

interface Inspection {
  /** The number whose provenance is open; null while none is. */
  readonly inspected: Readonly<ShallowRef<Inspected | null>>
  inspect: (number: Inspected) => void
  close: () => void
}

/** One number of the page at a time can be looked into. */
export const useInspection = (): Inspection => ({
  inspected,
  inspect: (number) => (inspected.value = number),
  close: () => (inspected.value = null),
})

/** How the API is told which number is meant. */
export const referenceOf = ({ table, row, place, measure, comparison }: Inspected) =>
  ({
    answer: table.id,
    measure,
    comparison,
    keys: place === 'member' ? row.keys : [],
    bucket: row.bucket,
    others: place === 'others',
  }) satisfies Omit<NumberInput, 'which'>
