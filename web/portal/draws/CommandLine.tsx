/** How to check the draw without this website. */
export function CommandLine({ number, announcementHash, fileHash }: Readonly<{ number: string; announcementHash: string; fileHash: string | null }>) {
  return (
    <section className="no-print">
      <h2>不用本网站，怎样核验</h2>
      <p>证明文件里有核验需要的一切。下载后断开网络，也可以在自己的电脑上用公开的程序核验：</p>
      <pre className="command"><code>{`hengjian draw verify ${number}.json \\\n  --announcement ${announcementHash}`}</code></pre>
      {fileHash === null ? null : <p className="hint">下载的证明文件的SHA-256应为 <code className="hash">{fileHash}</code></p>}
      <p className="hint">签号的算法按抽取规则全文第五条，也可以用任何支持HMAC的工具自己计算。</p>
    </section>
  )
}
