import { createRoot } from 'react-dom/client'
import '../kit/kit.css'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')
createRoot(root).render(<p>办公端</p>)
