import type { CapturedPlace } from '../../../src/domains/inspection/contract.ts'

/** A place, or in words why there is none. */
export type PlaceReading = Readonly<{ place: CapturedPlace; says: string }>

const PATIENCE_MS = 4_000
const FRESH_MS = 60_000

/** Where the phone is, within four seconds. Never fails: no permission and no fix are said in words. */
export async function readPlace(): Promise<PlaceReading> {
  if (!('geolocation' in navigator)) return { place: null, says: '这台设备不能定位' }
  return new Promise((settle) => {
    // Some browsers never answer while their question stands open.
    const late = setTimeout(() => { settle({ place: null, says: '未取得位置：定位超时' }) }, PATIENCE_MS + 500)
    navigator.geolocation.getCurrentPosition(({ coords: { latitude, longitude, accuracy } }) => {
      clearTimeout(late)
      const place = { latitude: rounded(latitude), longitude: rounded(longitude), accuracyInMetres: Math.ceil(accuracy) }
      settle({ place, says: placeText(place) })
    }, ({ code }) => {
      clearTimeout(late)
      settle({ place: null, says: NO_PLACE[code] ?? '未取得位置' })
    }, { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: FRESH_MS })
  })
}

// The codes of GeolocationPositionError.
const NO_PLACE: Readonly<Record<number, string>> = { 1: '未取得位置：没有允许定位', 2: '未取得位置：没有定位信号', 3: '未取得位置：定位超时' }

function placeText({ latitude, longitude, accuracyInMetres }: NonNullable<CapturedPlace>): string {
  return `北纬${latitude}，东经${longitude}（误差约${accuracyInMetres}米）`
}

// Six decimals are a tenth of a metre.
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
