import type { ThemeConfig } from 'antd'
import { fontFamily, palette } from './palette.ts'

/** The antd tokens of the desk: dense, flat, 8 px grid. Colours come from the palette only. */
export const deskTheme: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 14,
    colorPrimary: palette.action,
    colorLink: palette.action,
    colorInfo: palette.action,
    colorError: palette.overdue,
    colorWarning: palette.soon,
    colorSuccess: palette.done,
    colorErrorBg: palette.overdueSoft,
    colorErrorBorder: '#eab5b1',
    colorWarningBg: palette.soonSoft,
    colorWarningBorder: '#ecd9ad',
    colorSuccessBg: palette.doneSoft,
    colorSuccessBorder: '#b3d9c1',
    colorInfoBg: palette.actionSoft,
    colorInfoBorder: '#bcd3f2',
    colorText: palette.ink,
    colorTextSecondary: palette.muted,
    colorTextDescription: palette.muted,
    colorTextPlaceholder: '#6b7685',
    colorBorder: '#c3cad5',
    colorBorderSecondary: palette.line,
    colorBgLayout: palette.ground,
    borderRadius: 3,
    controlHeight: 32,
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
    boxShadowTertiary: 'none',
  },
  components: {
    Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 8, headerBg: '#eef1f5', headerColor: palette.ink, rowHoverBg: palette.actionSoft, headerBorderRadius: 0 },
    Tabs: { horizontalMargin: '0 0 8px 0' },
    Form: { itemMarginBottom: 14, verticalLabelPadding: '0 0 4px' },
    Drawer: { paddingLG: 20 },
    Timeline: { itemPaddingBottom: 14 },
    Descriptions: { itemPaddingBottom: 6 },
  },
}
