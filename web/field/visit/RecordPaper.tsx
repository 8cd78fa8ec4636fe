import { Preview } from '../capture/Preview.tsx'
import type { RecordPaperParts } from './record-paper.ts'

/** The record as paper. It shows what the hash covers: the visit, each answer, the hash of each photo. */
export function RecordPaper({ paper }: Readonly<{ paper: RecordPaperParts }>) {
  return (
    <article className="paper" aria-label={paper.title}>
      <h2>{paper.title}</h2>
      <dl>{paper.pairs.map(([label, text]) => <div key={label}><dt>{label}</dt><dd>{text}</dd></div>)}</dl>
      {paper.tables.map(({ id, caption, items }) => (
        <table key={id}>
          <caption>{caption}</caption>
          <thead><tr><th scope="col">检查项目</th><th scope="col">结果</th></tr></thead>
          <tbody>
            {items.map((item) => (
              <tr key={item.id}>
                <td>{item.says}
                  {item.notes.map((note) => <p key={note}>{note}</p>)}
                  {item.photos.map((sha256) => <p key={sha256} className="hash">照片 {sha256}</p>)}
                </td>
                <td>{item.answer}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {paper.scenePhotos.length === 0 ? null : <div><p>现场照片 {paper.scenePhotos.length} 张</p>{paper.scenePhotos.map((sha256) => <p key={sha256} className="hash">{sha256}</p>)}</div>}
      <p><strong>检查结果：</strong>{paper.result}</p>
      {paper.found === '' ? null : <p><strong>现场情况：</strong>{paper.found}</p>}
      {paper.refusal === '' ? null : <p>{paper.refusal}</p>}
      <p className="hash">记录摘要 SHA-256：{paper.sha256}</p>
      <p className="muted">{paper.made}</p>
      <div className="signatures">
        {paper.signatures.flatMap(({ row: { id, preview }, words }) => (preview === null ? [] : [<Preview key={id} picture={preview} words={words} />]))}
      </div>
    </article>
  )
}
