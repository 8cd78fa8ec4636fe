import { config } from 'zod'

// The content policy allows no code made from text; the library would try it and leave a report of the refusal.
config({ jitless: true })
