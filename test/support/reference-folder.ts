import { resolve } from 'node:path'

/**
 * Published texts and tables that tests compare with where they lie: `law/`, `plan/`, `data/`. They are not part of the project;
 * REFERENCE_FOLDER names another place than the folder beside the checkout.
 */
export const REFERENCE_FOLDER = resolve(process.env.REFERENCE_FOLDER ?? '../shared')
