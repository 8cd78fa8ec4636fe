import type { PublicationCatalogue } from '../engines/publication/definition.ts'
import { complaintPublicity } from './consumer/index.ts'

/** Everything the bureau publishes, what ends it, and the files it hands on. */
export const publicationCatalogue: PublicationCatalogue = {
  publications: [complaintPublicity],
  endings: [],
  announcements: [],
  layouts: [],
}
