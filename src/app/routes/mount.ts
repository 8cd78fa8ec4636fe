import type { HttpApp } from '../../platform/http/http-app.ts'
import type { Services } from '../services.ts'

/** Mounts every route module of the system. */
export function mountRoutes(_app: HttpApp, _services: Services): void {
}
