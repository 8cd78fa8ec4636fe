/** Family names of two characters. */
export const COMPOUND_FAMILY_NAMES: ReadonlySet<string> = new Set('欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 西门 百里 呼延 东郭 南门 第五'.split(' '))

/** The commonest family names of one character; those that are also words of official prose are in `AMBIGUOUS_FAMILY_NAMES`. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘蒋蔡余杜叶程苏魏吕丁沈卢姜姚钟崔谭陆汪范廖石金韦贾夏付傅邹熊白孟秦邱侯江尹薛闫雷龙史陶贺毛郝顾龚邵钱严覃武戴莫孔汤康葛牛'.split(''))

export const AMBIGUOUS_FAMILY_NAMES: ReadonlySet<string> = new Set('于任高万方常文向成安平时计从应和温别包经全公明解后门边简单连'.split(''))

/** Family names that stand in prose as function words. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set('从向和应时后经'.split(''))

/** Words of official prose that begin like a name. */
export const WORDS_LIKE_NAMES: ReadonlySet<string> = new Set('陈述 陈列 程序 金额 许可 许诺 严重 严格 白酒 余额 余款 田地 牛肉 牛奶 马上 雷同 康复 杜绝 谢绝 顾客 史料 林木 石材 龙虾 夏季 江水 葛根 何时 何地 何种 董事 董事会 成立 常年 常在 安全 安装 安排 安置 任意 任何 万元 万分 高度 高于 方面 方可 文件 文字 温度 计划 计算 时间 平时 平均 平台 公开 公司 公示 明知 明确 明显 解释 解除 门店 边界 简易 简单 连续 连带 包装 包括 包含 别名 全部 全程 全额 成本 成品 曹县 范围 顾虑 马路 黄金 黄酒'.split(' '))
