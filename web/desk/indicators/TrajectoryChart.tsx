import { LineChart } from 'echarts/charts'
import { GridComponent, MarkLineComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import type { Trajectory } from './trajectory-option.ts'
import { chartOption } from './trajectory-option.ts'

// As SVG the labels are text of the page, in its own face, and print sharp.
use([LineChart, GridComponent, MarkLineComponent, LabelLayout, SVGRenderer])

const HEIGHT = 270

/** The trajectory as a drawing; `words` says the same, and a table follows it on the page. */
export function TrajectoryChart({ trajectory, unit, words }: Readonly<{ trajectory: Trajectory; unit: string; words: string }>): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const chart = init(element, null, { renderer: 'svg', height: HEIGHT })
    chart.setOption(chartOption(trajectory, unit))
    const watch = new ResizeObserver(() => { chart.resize() })
    watch.observe(element)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [trajectory, unit])
  return (
    <figure className="trajectory-figure">
      <div ref={place} className="trajectory" aria-hidden="true" />
      <figcaption className="visually-hidden">{words}</figcaption>
    </figure>
  )
}
