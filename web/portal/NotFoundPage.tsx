import { Link } from './Link.tsx'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  return (
    <Page title="没有这个页面">
      <p>网址可能输错了，或者页面已经移走。</p>
      <p><Link to="/" className="button">回到首页</Link></p>
    </Page>
  )
}
