import { refuse } from '../../kernel/refusal.ts'
import { RefusedError } from '../http/refusal-answer.ts'
import { hasRight } from './rights.ts'
import type { Right } from './rights.ts'
import { signedIn } from './signed-in.ts'
import type { AnyRequest, SignedIn } from './signed-in.ts'

const HOLDERS: Readonly<Record<Right, string>> = {
  matters: '业务人员', confidential: '承办人员', intake: '受理登记人员或负责人', chase: '科（所）负责人或局负责人', imports: '受理登记人员、科（所）负责人或系统管理员',
  accounts: '系统管理员', roles: '安全管理员', settings: '系统管理员', audit: '审计管理员',
}

/** The person of the request, who must hold one of the rights. Throws the refusal that says who could do it. */
export function requireRight(request: AnyRequest, ...rights: readonly [Right, ...Right[]]): SignedIn {
  const person = signedIn(request)
  if (rights.some((right) => hasRight(person, right))) return person
  const holders = [...new Set(rights.map((right) => HOLDERS[right]))].join('、')
  throw new RefusedError(refuse({ code: 'rights.role-required', says: `您的岗位没有这项权限，须由${holders}办理。`, do: '请转交有权限的人员，或由安全管理员授权。' }))
}
