import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../kit/kit.css'
import './portal.css'
import './form.css'
import { Portal } from './Portal.tsx'
import { applyRememberedTextSize } from './text-size.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')
applyRememberedTextSize()
createRoot(root).render(<StrictMode><Portal /></StrictMode>)
