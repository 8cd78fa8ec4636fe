export type Place = Readonly<{ column: number; row: number }>

/** Where each town lies, roughly: north above, west left, the three city subdistricts and the development zone in the middle. */
const PLACES: Readonly<Record<string, Place>> = {
  '371003111': { column: 1, row: 1 }, '371003110': { column: 2, row: 1 }, '371003003': { column: 3, row: 1 }, '371003400': { column: 4, row: 1 }, '371003100': { column: 5, row: 1 },
  '371003109': { column: 1, row: 2 }, '371003001': { column: 2, row: 2 }, '371003002': { column: 3, row: 2 }, '371003102': { column: 4, row: 2 }, '371003101': { column: 5, row: 2 },
  '371003107': { column: 1, row: 3 }, '371003106': { column: 2, row: 3 }, '371003103': { column: 4, row: 3 },
  '371003108': { column: 1, row: 4 }, '371003104': { column: 2, row: 4 }, '371003105': { column: 3, row: 4 },
}

const COLUMNS = 5
const ROWS = 4

/** Places for towns on the map; towns of a district without a drawn map, and what has no town, follow below in their order. */
export function placesOf(codes: readonly string[]): ReadonlyMap<string, Place> {
  const unplaced = codes.filter(code => PLACES[code] === undefined)
  const start = unplaced.length === codes.length ? 0 : ROWS
  return new Map(codes.map((code) => {
    const index = unplaced.indexOf(code)
    return [code, PLACES[code] ?? { column: (index % COLUMNS) + 1, row: start + Math.floor(index / COLUMNS) + 1 }]
  }))
}
