import { shareText } from '../../kit/share-text.ts'

type Stratum = Readonly<{ id: string; name: string; numerator: number; denominator: number; population: number; eligible: number; size: number; drawn?: number }>

/** The groups of a draw with their counts; the sum stands below. */
export function StrataTable({ strata }: Readonly<{ strata: readonly Stratum[] }>) {
  const hasDrawn = strata.some(({ drawn }) => drawn !== undefined)
  const sum = (of: (stratum: Stratum) => number): number => strata.reduce((total, stratum) => total + of(stratum), 0)
  return (
    <div className="wide-table">
      <table>
        <caption className="visually-hidden">各层级的户数和比例</caption>
        <thead><tr><th scope="col">层级</th><th scope="col">全部</th><th scope="col">可抽</th><th scope="col">比例</th><th scope="col">应抽</th>{hasDrawn ? <th scope="col">已抽</th> : null}</tr></thead>
        <tbody>
          {strata.map(({ id, name, numerator, denominator, population, eligible, size, drawn }) => (
            <tr key={id}><th scope="row">{name}</th><td>{population}</td><td>{eligible}</td><td>{shareText({ numerator, denominator })}</td><td>{size}</td>{hasDrawn ? <td>{drawn ?? 0}</td> : null}</tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row">合计</th><td>{sum(({ population }) => population)}</td><td>{sum(({ eligible }) => eligible)}</td><td>—</td><td>{sum(({ size }) => size)}</td>{hasDrawn ? <td>{sum(({ drawn = 0 }) => drawn)}</td> : null}</tr></tfoot>
      </table>
    </div>
  )
}
