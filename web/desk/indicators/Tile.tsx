import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { IndicatorTile } from '../../../src/engines/indicator/contract.ts'
import { absenceText, gapText, numberText, provenanceText, targetText } from './figure-text.ts'
import type { When } from './moment-of.ts'
import { Sparkline } from './Sparkline.tsx'
import { StatusMark } from './StatusMark.tsx'

type TileProps = Readonly<{ tile: IndicatorTile; when: When; year: number }>

/** One indicator of the board: name to its page, value and gap to their rows. */
export function Tile({ tile, when, year }: TileProps): ReactNode {
  const { figure, judgement, unit } = tile
  return (
    <li className={figure.value === null ? 'tile is-empty' : 'tile'}>
      <h3><Link to="/indicators/$indicatorId" params={{ indicatorId: tile.id }} search={when}><span className="tile-number">{tile.number}</span> {tile.name}</Link></h3>
      <p className="tile-target">{targetText(tile.target, unit, year)} <span>· {tile.attributeName}</span></p>
      {figure.value === null ? <p className="tile-absent"><strong>{absenceText(tile)}</strong><span title={provenanceText(figure)}>{provenanceText(figure)}</span></p> : (
        <>
          <p className="tile-value">
            <RowsLink tile={tile} when={when} part="denominator"><strong>{numberText(figure.value, unit)}</strong><span>{unit}</span></RowsLink>
            <Sparkline tile={tile} />
          </p>
          <p className="tile-status">
            <StatusMark status={judgement.status} name={judgement.statusName} />
            <GapLink tile={tile} when={when} isBesideStatus />
            {figure.provenance.kind === 'reported' ? <span className="source-mark" title={provenanceText(figure)}>报送数</span> : null}
          </p>
        </>
      )}
    </li>
  )
}

/** The distance to the target, open to the rows that make it where it is made of rows. */
export function GapLink({ tile, when, isBesideStatus = false }: Readonly<{ tile: IndicatorTile; when: When; isBesideStatus?: boolean }>): ReactNode {
  const text = gapText(tile)
  if (text === null) return null
  if (tile.source !== 'live') return text === tile.judgement.statusName && isBesideStatus ? null : <span>{text}</span>
  return <RowsLink tile={tile} when={when} part="gap">{text === tile.judgement.statusName && isBesideStatus ? '看缺口' : text}</RowsLink>
}

export function RowsLink({ tile, when, part, children }: Readonly<{ tile: IndicatorTile; when: When; part: 'numerator' | 'denominator' | 'gap' | 'excluded'; children: ReactNode }>): ReactNode {
  return <Link to="/indicators/$indicatorId/rows" params={{ indicatorId: tile.id }} search={{ ...when, part }}>{children}</Link>
}
