import { itemsOf } from './checklist.ts'
import type { Checklist } from './checklist.ts'

const law = itemsOf('special-equipment-law')
const duty = itemsOf('special-equipment-responsibility-provisions')

const underTheLaw = [
  law('registration', '电梯办理使用登记，登记标志置于显著位置', '第三十三条', '登记标志应当置于该特种设备的显著位置', '设备代码、登记证编号', { isKey: true, always: true, photo: true }),
  law('periodic-inspection', '在检验合格有效期内使用，定期检验标志置于显著位置', '第四十条', '未经定期检验或者检验不合格的特种设备，不得继续使用', '设备代码、下次检验日期', { isKey: true, always: true, photo: true }),
  law('scrapped', '没有使用国家明令淘汰或者已经报废的电梯', '第三十二条', '禁止使用国家明令淘汰和已经报废的特种设备', '设备代码、出厂编号', { isKey: true, always: true, photo: true }),
  law('maintenance', '由有资格的单位维护保养，有维护保养记录', '第四十五条', '电梯的维护保养应当由电梯制造单位或者依照本法取得许可的安装、改造、修理单位进行', '维保单位、最近一次维保日期', { isKey: true, measured: { label: '距上次维保', unit: '日' } }),
  law('manager', '设置安全管理机构或者配备专职安全管理人员', '第三十六条', '设置特种设备安全管理机构或者配备专职的特种设备安全管理人员', '姓名、证件编号', { isKey: true }),
  law('rules', '建立岗位责任、隐患治理、应急救援等制度', '第三十四条', '应当建立岗位责任、隐患治理、应急救援等安全管理制度', '缺少的制度'),
  law('technical-file', '建立安全技术档案', '第三十五条', '特种设备使用单位应当建立特种设备安全技术档案', '缺少的资料'),
  law('notices', '安全使用说明、安全注意事项和警示标志置于显著位置', '第四十三条', '安全使用说明、安全注意事项和警示标志置于易于为乘客注意的显著位置', '轿厢、层站位置', { always: true, photo: true }),
  law('self-inspection', '进行经常性维护保养和定期自行检查并作出记录', '第三十九条', '应当对其使用的特种设备进行经常性维护保养和定期自行检查，并作出记录', '缺少记录的期间'),
  law('after-fault', '出现故障后全面检查、消除隐患方继续使用', '第四十二条', '应当对其进行全面检查，消除事故隐患，方可继续使用', '故障时间和处理情况', { isKey: true }),
] as const

/** Units that use lifts. */
export const liftUserUnit: Checklist = {
  id: 'lift-user-unit', name: '电梯使用单位监督检查项目', objectType: 'lift',
  versions: [
    { from: '2021-01-01', items: underTheLaw },
    {
      from: '2023-05-05',
      items: [
        ...underTheLaw,
        duty('safety-officer', '配备电梯安全总监和电梯安全员，逐台明确安全员', '第七十一条', '配备电梯安全总监和足够数量的电梯安全员，并逐台明确负责的电梯安全员', '未明确安全员的设备'),
        duty('daily-control', '有每日电梯安全检查记录（日管控）', '第七十六条', '形成《每日电梯安全检查记录》', '缺少记录的日期'),
        duty('weekly-review', '有每周电梯安全排查治理报告（周排查）', '第七十七条', '形成《每周电梯安全排查治理报告》', '缺少报告的周次'),
        duty('alarm', '紧急报警装置正常使用，应急救援通道畅通', '第七十四条', '确保电梯紧急报警装置正常使用，保持电梯应急救援通道畅通', '设备代码、试验情况', { isKey: true, always: true, photo: true }),
      ],
    },
  ],
}
