import { expect, test } from 'vitest'
import { sparklineOf } from './sparkline-path.ts'

const box = { width: 100, height: 20 }

test('values and target share one scale', () => {
  const spark = sparklineOf([{ year: 2021, value: 90 }, { year: 2022, value: 95 }], 100, box)
  expect(spark.runs).toEqual([[{ x: 0, y: 20, year: 2021 }, { x: 100, y: 10, year: 2022 }]])
  expect(spark.targetY).toBe(0)
})

test('an unknown year breaks the line and takes its place on the axis', () => {
  const spark = sparklineOf([{ year: 2021, value: 1 }, { year: 2022, value: null }, { year: 2023, value: 3 }], null, box)
  expect(spark.runs.map(run => run.map(({ x }) => x))).toEqual([[0], [100]])
  expect(spark.last).toEqual({ x: 100, y: 0, year: 2023 })
})

test('nothing known draws nothing, not even the target', () => {
  expect(sparklineOf([{ year: 2021, value: null }], 100, box)).toEqual({ runs: [], targetY: null, last: null })
})
