import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/kit.css'
import './field.css'
import { restoreClock } from './clock/field-clock.ts'
import { reportStorageFault } from './device/storage-faults.ts'
import { Field } from './Field.tsx'
import { restoreLastWords } from './visit/last-words.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
const page = createRoot(root)
// What the last page left behind comes first, so that no page shows less.
void Promise.all([restoreClock(), restoreLastWords()]).catch(reportStorageFault).finally(() => { page.render(<StrictMode><Field /></StrictMode>) })

// Browsers offer service workers only over TLS and on this very computer.
// The scope has no slash at its end: the address that is told to people has none.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  navigator.serviceWorker.register('/field/sw.js', { scope: '/field' }).catch((error: unknown) => { console.error('offline use is not available', error) })
}
