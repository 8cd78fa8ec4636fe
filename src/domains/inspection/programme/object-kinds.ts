import type { ObjectKindRow } from './contract.ts'

/** Where objects of a kind come from: market entities by their register data, or the holders of register entries. */
type Source =
  | Readonly<{ from: 'entity'; kinds: readonly ('enterprise' | 'sole-trader' | 'cooperative' | 'branch')[]; /** Beginnings of GB/T 4754 codes; empty for all. */ industries: readonly string[]; /** Words of the business scope, any of them. */ scope?: readonly string[] }>
  | Readonly<{ from: 'register-entry'; entryKind: string }>

/** A kind of object in the base of inspection objects (检查对象名录库). */
export type ObjectKind = Readonly<{ id: string; name: string; says: string; expertise: string | null; source: Source }>

const ANY = ['enterprise', 'sole-trader', 'cooperative', 'branch'] as const
const entity = (industries: readonly string[], kinds: readonly (typeof ANY)[number][] = ANY): Source => ({ from: 'entity', kinds, industries })
const entry = (entryKind: string): Source => ({ from: 'register-entry', entryKind })

export const OBJECT_KINDS: readonly ObjectKind[] = [
  { id: 'enterprise', name: '企业及其分支机构', says: '登记状态为存续的企业和分支机构', expertise: null, source: entity([], ['enterprise', 'branch']) },
  { id: 'sole-trader', name: '个体工商户', says: '登记状态为存续的个体工商户', expertise: null, source: entity([], ['sole-trader']) },
  { id: 'cooperative', name: '农民专业合作社', says: '登记状态为存续的农民专业合作社', expertise: null, source: entity([], ['cooperative']) },
  { id: 'market-entity', name: '全部经营主体', says: '登记状态为存续的全部经营主体', expertise: null, source: entity([]) },
  { id: 'food-operator', name: '食品经营者', says: '持有效食品经营许可或者备案的经营主体', expertise: '食品', source: entry('food-operator') },
  { id: 'drug-retailer', name: '药品零售企业', says: '持有效药品经营许可（零售）的经营主体', expertise: '药品', source: entry('drug-retailer') },
  { id: 'device-operator', name: '医疗器械经营企业', says: '持有效医疗器械经营许可或者备案的经营主体', expertise: '医疗器械', source: entry('device-operator') },
  { id: 'lift-user-unit', name: '电梯使用单位', says: '名下有在用电梯使用登记的经营主体', expertise: '特种设备', source: entry('lift-user-unit') },
  { id: 'special-equipment-user', name: '特种设备使用单位（电梯以外）', says: '名下有在用锅炉、压力容器、起重机械等使用登记的经营主体', expertise: '特种设备', source: entry('special-equipment-user') },
  { id: 'testing-body', name: '检验检测机构', says: '取得资质认定的检验检测机构', expertise: '认证检测', source: entry('testing-body') },
  { id: 'product-seller', name: '工业产品销售者', says: '行业为批发业、零售业的经营主体', expertise: '产品质量', source: entity(['F51', 'F52']) },
  { id: 'cosmetics-seller', name: '化妆品经营者', says: '行业为化妆品及卫生用品零售，或者经营范围含化妆品的经营主体', expertise: '化妆品', source: { from: 'entity', kinds: ANY, industries: ['F5234'], scope: ['化妆品'] } },
  { id: 'price-subject', name: '商品和服务价格经营者', says: '行业为零售、住宿、餐饮、居民服务、物业管理的经营主体', expertise: '价格', source: entity(['F52', 'H61', 'H62', 'O80', 'K702']) },
  { id: 'advertising-operator', name: '广告经营者', says: '行业为广告业的经营主体', expertise: '广告', source: entity(['L725']) },
  { id: 'metrology-user', name: '计量器具使用单位', says: '行业为零售、批发、燃气、供水、供热、加油的经营主体', expertise: '计量', source: entity(['F51', 'F52', 'D44', 'D45', 'D46']) },
  { id: 'online-trader', name: '网络交易经营者', says: '经营范围含互联网销售，或者行业为互联网零售的经营主体', expertise: '网络交易', source: { from: 'entity', kinds: ANY, industries: ['F5292'], scope: ['互联网销售', '网上销售', '网络销售'] } },
]

/** Kinds whose register entries the bureau imports, with the name of one entry. */
export const ENTRY_KINDS: Readonly<Record<string, Readonly<{ name: string; entryName: string; codeLabel: string }>>> = {
  'food-operator': { name: '食品经营许可、备案', entryName: '许可或备案项目', codeLabel: '许可证或备案编号' },
  'drug-retailer': { name: '药品经营许可（零售）', entryName: '许可项目', codeLabel: '许可证编号' },
  'device-operator': { name: '医疗器械经营许可、备案', entryName: '许可或备案项目', codeLabel: '许可证或备案编号' },
  'lift-user-unit': { name: '电梯使用登记', entryName: '电梯名称', codeLabel: '使用登记证编号' },
  'special-equipment-user': { name: '特种设备使用登记', entryName: '设备名称', codeLabel: '使用登记证编号' },
  'testing-body': { name: '检验检测机构资质认定', entryName: '机构名称', codeLabel: '证书编号' },
}

export function findObjectKind(id: string): ObjectKind | undefined {
  return OBJECT_KINDS.find((kind) => kind.id === id)
}

export function kindView({ id, name, says, expertise, source }: ObjectKind): ObjectKindRow {
  return { id, name, says, expertise, source: source.from, importKind: source.from === 'register-entry' ? `register-entry-${source.entryKind}` : null }
}

/** The SQL condition under which the entity `e` is an object of the kind on the date; built from declared words only. */
export function kindCondition({ source }: ObjectKind, onParameter: string): string {
  if (source.from === 'register-entry') {
    return `e.status IN ('active','suspended') AND EXISTS (SELECT FROM register_entry r WHERE r.district_code = e.district_code AND r.entity_id = e.id AND r.kind = '${source.entryKind}'
      AND r.status = 'active' AND (r.valid_from IS NULL OR r.valid_from <= ${onParameter}::date) AND (r.valid_until IS NULL OR r.valid_until >= ${onParameter}::date))`
  }
  const kinds = `e.kind IN (${source.kinds.map((kind) => `'${kind}'`).join(',')})`
  const ways = [
    ...(source.industries.length === 0 ? [] : [`e.industry_code ~ '^(${source.industries.join('|')})'`]),
    ...(source.scope === undefined ? [] : [`e.business_scope ~ '${source.scope.join('|')}'`]),
  ]
  return [`e.status = 'active'`, kinds, ...(ways.length === 0 ? [] : [`(${ways.join(' OR ')})`]), `(e.established_on IS NULL OR e.established_on <= ${onParameter}::date)`].join(' AND ')
}
