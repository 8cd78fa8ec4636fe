/** A version of an instrument: the date it took force and its number as printed. */
export type Version = { readonly from: string; readonly number?: string }
