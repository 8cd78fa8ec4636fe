import type { ThemeConfig } from 'antd'
import { fontFamily, palette } from './palette.ts'

/** The antd tokens of the desk: dense, flat, 8 px grid. Colours come from the palette only. */
export const deskTheme: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 14,
    colorPrimary: palette.action,
    colorLink: palette.action,
    // The library's own is too pale to read on a soft ground.
    colorLinkHover: palette.action,
    colorLinkActive: palette.action,
    colorInfo: palette.action,
    colorError: palette.overdue,
    colorWarning: palette.soon,
    colorSuccess: palette.done,
    colorErrorBg: palette.overdueSoft,
    colorErrorBorder: palette.overdueLine,
    colorWarningBg: palette.soonSoft,
    colorWarningBorder: palette.soonLine,
    colorSuccessBg: palette.doneSoft,
    colorSuccessBorder: palette.doneLine,
    colorInfoBg: palette.actionSoft,
    colorInfoBorder: palette.actionLine,
    colorText: palette.ink,
    colorTextSecondary: palette.muted,
    colorTextDescription: palette.muted,
    colorTextPlaceholder: palette.hint,
    colorBorder: palette.lineField,
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.ground,
    borderRadius: 3,
    controlHeight: 32,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: palette.band, headerColor: palette.ink, rowHoverBg: palette.actionSoft, headerBorderRadius: 0 },
    Tabs: { horizontalMargin: '0 0 8px 0' },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
    Timeline: { itemPaddingBottom: 14 },
    Descriptions: { itemPaddingBottom: 6 },
  },
}
