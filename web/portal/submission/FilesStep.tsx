import { useCallback } from 'react'
import { sizeText } from '../../kit/time-text.ts'
import { acceptText, typeNames } from './add-files.ts'
import type { FileRules } from './add-files.ts'
import type { DraftFile } from './draft-files.ts'
import { controlId } from './FormField.tsx'
import type { DraftFiles } from './use-draft-files.ts'

type FilesStepProps = Readonly<{ draftFiles: DraftFiles; rules: FileRules; /** What is worth adding. */ says: string; onAdded: () => void }>

/** Photos and files of a form. */
export function FilesStep({ draftFiles, rules, says, onAdded }: FilesStepProps) {
  const { files, isKept, notes, add, remove } = draftFiles
  return (
    <>
      <p>{says}</p>
      <div className="field">
        <label className="button file-button" htmlFor={controlId('files')}>拍照或选择文件</label>
        <input
          id={controlId('files')} className="visually-hidden" type="file" multiple accept={acceptText(rules.mediaTypes)} aria-describedby="files-hint"
          onChange={(event) => {
            const chosen = [...event.target.files ?? []]
            event.target.value = ''
            onAdded()
            void add(chosen, rules)
          }}
        />
        <p className="hint" id="files-hint">最多{rules.maxCount}个，每个不超过{sizeText(rules.maxBytes)}。可以是{typeNames(rules.mediaTypes)}。</p>
      </div>
      <output>
        {notes.map((note) => <p key={note} className="notice">{note}</p>)}
        {isKept ? null : <p className="notice">这个浏览器不能保存照片，请在离开本页以前提交。</p>}
      </output>
      {files.length === 0 ? <p className="empty">还没有添加照片或文件。</p> : (
        <ul className="file-list">{files.map((file) => <FileItem key={file.id} file={file} onRemove={() => { void remove(file.id) }} />)}</ul>
      )}
    </>
  )
}

function FileItem({ file, onRemove }: Readonly<{ file: DraftFile; onRemove: () => void }>) {
  const showPicture = useCallback((image: HTMLImageElement) => {
    const url = URL.createObjectURL(file.blob)
    image.src = url
    return () => { URL.revokeObjectURL(url) }
  }, [file.blob])
  return (
    <li>
      {file.mediaType.startsWith('image/') ? <img ref={showPicture} alt="" /> : <span className="file-mark" aria-hidden="true">文件</span>}
      <span className="file-name">{file.name}<span className="muted">{sizeText(file.byteSize)}</span></span>
      <button type="button" className="link-button" onClick={onRemove}>删除<span className="visually-hidden">{file.name}</span></button>
    </li>
  )
}
