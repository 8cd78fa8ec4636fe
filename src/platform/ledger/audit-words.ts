const TYPE_NAMES: Readonly<Record<string, string>> = {
  'signed-in': '登录', 'sign-in-failed': '登录失败', 'signed-out': '退出登录', 'signed-out-everywhere': '全部设备退出',
  'password-changed': '修改密码', 'password-reset': '重置密码', 'password-reset-agreed': '同意重置密码', 'second-factor-bound': '绑定动态码',
  'account-created': '新建账号', 'account-disabled': '停用账号', 'account-enabled': '启用账号', 'account-unlocked': '解除锁定',
  'administrator-set-up': '初始设置管理员', 'role-granted': '授予岗位', 'role-revoked': '收回岗位',
  refused: '越权被拒', 'step-refused': '步骤被拒', 'personal-data-read': '查看个人信息', 'file-read': '查阅文件',
  exported: '导出', imported: '导入', 'ledger-verified': '核验存证账', 'plan-report': '填报规划进展', 'draw-announced': '公告抽取', 'draw-value-typed': '录入随机数', 'draw-held': '抽取', 'draw-voided': '作废抽取', 'inspection-item-changed': '修改抽查事项',
  'inspector-changed': '修改检查人员', 'inspector-leave': '登记不在岗', 'inspector-conflict': '登记回避', 'inspector-bar-ended': '结束不在岗或回避', 'inspection-plan-revised': '修订抽查计划', 'inspection-plan-filed': '抽查计划备案', 'inspection-plan-published': '公布抽查计划', 'evaluation-edited': '修改评估报告',
  'publication-published': '公示', 'publication-corrected': '更正公示', 'publication-ended': '停止公示', 'publication-restored': '恢复公示', 'publication-retimed': '调整公示期', 'publication-withheld': '不予公示',
}

const MEMBER_NAMES: Readonly<Record<string, string>> = {
  address: '来源地址', secondFactor: '动态码', code: '原因代码', says: '原因', step: '步骤', matter: '办件', method: '方法', path: '路径',
  login: '登录名', name: '姓名', officeId: '科所', role: '岗位', offices: '科所范围', towns: '镇街范围', to: '对象', from: '对象', ended: '结束会话数',
  party: '当事人', fields: '栏目', on: '日期', rows: '行数', file: '文件', kind: '种类', format: '格式', leaves: '存证条数', faults: '问题数', reason: '事由', ok: '结果',
  plan: '规划', task: '任务', progressPercent: '进度（%）', text: '进展', milestoneId: '节点', evidence: '佐证', asOf: '截至日期', version: '版次', title: '标题', summary: '总体情况', causes: '差距原因', drawNumber: '抽取编号', announcementHash: '公告杂凑值', frameHash: '名单杂凑值', lastCode: '码链末位', source: '来源', issue: '期号', parts: '号码', round: '轮次', randomness: '随机数', drawn: '抽中数', certificateNo: '执法证件编号', proposals: '建议', publication: '公示编号', digest: '公示内容摘要值',
}

/** The official word for a type of audit entry; an unknown type stands for itself. */
export function auditTypeName(type: string): string {
  return TYPE_NAMES[type] ?? type
}

/** One line of what an audit entry says besides its columns; empty when its body is no audit record. */
export function auditDetailText(body: string): string {
  const detail = detailOf(body)
  return Object.entries(detail).map(([member, value]) => `${MEMBER_NAMES[member] ?? member}：${textOf(value)}`).join('；')
}

function detailOf(body: string): object {
  try {
    const record: unknown = JSON.parse(body)
    const isRecord = typeof record === 'object' && record !== null && 'detail' in record
    return isRecord && typeof record.detail === 'object' && record.detail !== null ? record.detail : {}
  } catch {
    return {}
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value === '*' ? '全部' : value
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(textOf).join('、')
  return value === null ? '无' : JSON.stringify(value)
}
