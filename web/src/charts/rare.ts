import { ScatterChart } from 'echarts/charts'
import { TitleComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'

// What few kinds of pictures are made of (options/option.ts).
use([ScatterChart, TitleComponent, LabelLayout])
