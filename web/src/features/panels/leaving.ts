import { USUAL_SIDES } from '@fengsui/charts/grid'
import type { Table } from '../../graphql/answer'
import type { Panel } from '../boards/board'
import type { Item } from '../exporting/item'

/** A panel as it leaves: its question as it stands, and its heading the finding of the answer that leaves. */
export const itemOf = ({ figure, name, request }: Panel, table: Table): Item => ({
  request,
  figure: figure(table, null),
  name,
  title: null,
  sides: USUAL_SIDES,
})
