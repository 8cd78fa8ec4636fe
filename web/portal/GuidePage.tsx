import { Link } from './Link.tsx'
import { FailureNotice, Loading } from './LoadState.tsx'
import { Page } from './Page.tsx'
import { PromiseList } from './PromiseList.tsx'
import { useForms } from './forms-context.ts'

/** Complaint or report: what each is for and what the law promises. */
export function GuidePage() {
  const forms = useForms()
  return (
    <Page title="投诉和举报有什么不同">
      <section className="choice">
        <h2>投诉：帮您解决纠纷</h2>
        <p>您为生活需要买了商品或服务，和商家有争议，想退款、换货、修理或者赔偿。我们受理后组织双方调解，调解需要双方都同意。</p>
        {forms.status === 'ready' ? <PromiseList promises={forms.value.promises.complaint} /> : null}
        <p><Link to="/complain" className="button">我要投诉</Link></p>
      </section>
      <section className="choice">
        <h2>举报：告诉我们谁违法</h2>
        <p>您发现商家涉嫌违法，例如卖过期食品、假冒商品、虚假宣传，希望我们查处。不一定与您自己有关，可以不留姓名。举报人的信息保密。</p>
        {forms.status === 'ready' ? <PromiseList promises={forms.value.promises.report} /> : null}
        <p><Link to="/report" className="button">我要举报</Link></p>
      </section>
      <section className="choice">
        <h2>两样都有怎么办</h2>
        <p>一次填写就可以。您在表里勾选“同时”，我们会把它分成一件投诉、一件举报，分别办理，用同一个登记编号查进度。</p>
      </section>
      {forms.status === 'loading' ? <Loading what="办理期限" /> : null}
      {forms.status === 'failed' ? <FailureNotice failure={forms.failure} onRetry={forms.retry} /> : null}
    </Page>
  )
}
