//! The words of claims: a new verb, direction, basis or modality is a word in a row of [`CUES`].
//!
//! Each row holds forms of both scripts. The longest word at a place counts, so that a row of [`Cue::Nothing`] keeps the
//! words in it from being read as what they begin with: 收入 is no 收, 比例 no 比.

use alloc::boxed::Box;

use once_cell::race::OnceBox;

use crate::article::{Basis, Direction, Modality};
use crate::words::{Endings, Words};

/// What a word says of the claim that it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Cue {
    /// A verb: 投入.
    Verb,
    /// A verb of one character, which is one only before its number or 了.
    Short,
    /// It puts a subject level with a number: 達, 為, 佔.
    Level,
    /// 有: there is.
    Has,
    /// Something changed this way.
    Direction(Direction),
    /// A change is measured against this.
    Basis(Basis),
    /// Both at once: 年增.
    Both(Direction, Basis),
    /// An adverb between subject and verb.
    Adverb,
    /// It begins a phrase of the predicate: 為, 對, 把.
    Preposition,
    /// How sure the claim is.
    Modality(Modality),
    /// It is denied.
    Negation,
    /// Who stands before it says what follows.
    Speech,
    /// A word that only contains one of the others.
    Nothing,
}

/// The cues, by what they say.
#[rustfmt::skip]
static CUES: &[(&str, Cue)] = &[
    ("年增 年升 年涨 年增率 年成长", Cue::Both(Direction::Increase, Basis::Yoy)),
    ("年减 年降 年跌 年减率", Cue::Both(Direction::Decrease, Basis::Yoy)),
    ("月增 月升 月涨 月增率", Cue::Both(Direction::Increase, Basis::Mom)),
    ("月减 月降 月跌 月减率", Cue::Both(Direction::Decrease, Basis::Mom)),
    ("季增 季升 季涨 季增率", Cue::Both(Direction::Increase, Basis::Qoq)),
    ("季减 季降 季跌 季减率", Cue::Both(Direction::Decrease, Basis::Qoq)),
    ("周增 日增 日升", Cue::Both(Direction::Increase, Basis::PreviousPeriod)),
    ("周减 日减", Cue::Both(Direction::Decrease, Basis::PreviousPeriod)),
    ("同比 按年 较去年同期 比去年同期 较上年同期 比上年同期 与去年同期相比", Cue::Basis(Basis::Yoy)),
    ("与去年同期相比 与上年同期相比 同期相比 较去年 比去年 较上年 比上年 较前年", Cue::Basis(Basis::Yoy)),
    ("较前年 比前年 较同期 比同期 较前一年 比前一年 较一年前 比一年前 与去年相比", Cue::Basis(Basis::Yoy)),
    ("与去年相比 与上年相比 年比 对比去年 去年同期的 较2022年同期", Cue::Basis(Basis::Yoy)),
    ("按月 月比 较上月 比上月 较上个月 比上个月 较前一个月 比前一个月", Cue::Basis(Basis::Mom)),
    ("比前一个月 较前月 比前月 与上月相比 较前一月", Cue::Basis(Basis::Mom)),
    ("按季 季比 较上季 比上季 较上一季 比上一季 较前季 比前季 较前一季", Cue::Basis(Basis::Qoq)),
    ("较上季度 比上季度", Cue::Basis(Basis::Qoq)),
    ("环比 较上期 比上期 较前期 比前期 按周", Cue::Basis(Basis::PreviousPeriod)),
    ("较上年末 比上年末 较年初 比年初 较去年底 比去年底 较去年末 比去年末", Cue::Basis(Basis::PreviousYearEnd)),
    ("较上年底 比上年底 较年初的", Cue::Basis(Basis::PreviousYearEnd)),
    ("较 比 相比 对比 比起 较之 相较 相较于 较前一日 比前一日 较上周", Cue::Basis(Basis::Other)),
    ("比上周 较上周 较前一周 比前一周 较上一周 较上届", Cue::Basis(Basis::Other)),
    ("比上届 较前日 较前一交易日 较前一天 比前一天 较昨日 比昨日", Cue::Basis(Basis::Other)),
    ("较昨天 比昨天 较上日 比上日 较上一日", Cue::Basis(Basis::Other)),
    ("急升 飙 狂飙 上浮 上修 提价 加价 涨价 攀高 攀至 跃至 冲高", Cue::Direction(Direction::Increase)),
    ("高收 拉高 增持 增值 提速 转好 暴涨 爆升 爆增 劲增 猛涨 骤升 陡增 大升 小涨", Cue::Direction(Direction::Increase)),
    ("小涨 小增 爬升 跳涨 拉升 双升 齐升 多增 同增 递升 倒升 贵 更贵", Cue::Direction(Direction::Increase)),
    ("倍数增长 涨至 延长 延长至 创历史新高 创下历史新高", Cue::Direction(Direction::Increase)),
    ("再创新高 屡创新高 创下新高 创出新高 开高 增长 增加 增幅", Cue::Direction(Direction::Increase)),
    ("增至 增速 增收 增多 上升 上涨 上扬 上行 升幅 升至 升破 升穿 升值 回升 攀升 跃升 飙升", Cue::Direction(Direction::Increase)),
    ("飙升 窜升 劲升 颷升 𩙪升 跳升 涨 涨幅 涨破 大涨 劲涨 急涨 上调", Cue::Direction(Direction::Increase)),
    ("上调 调升 调高 调涨 提高 提升 提高到 提升至 扩大 扩大到 扩张 放大 加快", Cue::Direction(Direction::Increase)),
    ("加速 反弹 回弹 回暖 好转 改善 成长 成长率 增长率 增长到 递增", Cue::Direction(Direction::Increase)),
    ("递增 倍增 激增 剧增 大增 猛增 暴增 净增 正增长 高开 走高 走强 转强 升", Cue::Direction(Direction::Increase)),
    ("增 扬 扬升 收涨 收升 收高 弹升 高于 高出 多出 偏多 多赚 多收 多花 翻番 翻倍", Cue::Direction(Direction::Increase)),
    ("翻 扩至 扩增 扩增至 恢复至 恢复到 回复至 回升到 创新高", Cue::Direction(Direction::Increase)),
    ("新高 创高 提前", Cue::Direction(Direction::Increase)),
    ("急泻 倒退 回吐 下浮 下修 降价 减价 跳水 滑坡 下探 低收 收敛 压低 压缩", Cue::Direction(Direction::Decrease)),
    ("减持 减值 减慢 减速 恶化 退至 腰斩 减半 砍半 便宜 回调 回撤", Cue::Direction(Direction::Decrease)),
    ("削去 砍掉 削价 折损 蒸发 倒跌 急挫 狂跌 锐降 陡降 小跌 小降 压降 倍减", Cue::Direction(Direction::Decrease)),
    ("周跌 齐跌 齐挫 净减 少增 同降 探底 跌去 减去 创历史新低 再创新低", Cue::Direction(Direction::Decrease)),
    ("再创新低 创下新低 开低 下降 下跌 下滑 下挫 下行 下调 降幅 降至 降到 降为 降低", Cue::Direction(Direction::Decrease)),
    ("降低到 减少 减少到 减至 减幅 减低 减弱 减收 减亏 回落 滑落 跌", Cue::Direction(Direction::Decrease)),
    ("跌幅 跌至 跌破 跌穿 急跌 大跌 暴跌 重挫 挫 收跌 收低 收挫 低开 走低 走弱 转弱 贬值 贬", Cue::Direction(Direction::Decrease)),
    ("缩减 缩减到 缩减至 缩小 缩水 缩短 收窄 收缩 萎缩 衰退 衰减", Cue::Direction(Direction::Decrease)),
    ("衰减 锐减 剧减 骤减 大减 骤降 大降 猛降 递减 负增长 放缓", Cue::Direction(Direction::Decrease)),
    ("放缓至 调降 调低 调减 削减 削减到 消减 压减 低于去年", Cue::Direction(Direction::Decrease)),
    ("低于去年 少于去年 少了 偏少 降 减 创新低 新低 节降 扣减 缩至 少赚", Cue::Direction(Direction::Decrease)),
    ("少赚 少收 跌近 降温 退烧", Cue::Direction(Direction::Decrease)),
    ("持平 平盘 打平 不变 维持不变 相若 相当于去年", Cue::Direction(Direction::None)),
    ("预计 预料 预期 预测 预估 料 料将 料会 有望 可望 望 估计将", Cue::Modality(Modality::Forecast)),
    ("势将 恐将 或将 或会 将会 预计将 预期将", Cue::Modality(Modality::Forecast)),
    ("力争 力求 目标 目标是 目标为 争取 要达到 要实现 确保", Cue::Modality(Modality::Target)),
    ("务求 致力 希望 期望 冀 盼 力争到", Cue::Modality(Modality::Target)),
    ("将 将于 将在 拟 拟于 计划 计画 规划 打算 准备 有意 打算于", Cue::Modality(Modality::Planned)),
    ("定于 料于 即将 将要 会于", Cue::Modality(Modality::Planned)),
    ("可容纳 可供 可提供 可载 可装 可停 可停放 可存 可处理 可生产 可发电", Cue::Modality(Modality::Capacity)),
    ("可发电 可接待 可同时 最多可 最高可 可达 可 设计 设计年 设计日 年产能", Cue::Modality(Modality::Capacity)),
    ("年产能 产能 年设计 额定 能容纳 能够容纳 能容 容纳 能够", Cue::Modality(Modality::Capacity)),
    ("能够处理", Cue::Modality(Modality::Capacity)),
    ("估算 估计 据估计 据估算 推算 推估 约估 粗略估计 估", Cue::Modality(Modality::Estimate)),
    ("累计 累积 历年累计", Cue::Modality(Modality::Cumulative)),
    ("无法 未见 不曾 没有 未有 并未 未能 尚未 从未 未曾 未 并无 毫无 不再", Cue::Negation),
    ("不会 不能 不得 不予 不需 不需要 不须 不须要 无须 无需 并非 不是 并不", Cue::Negation),
    ("并不 不获 拒绝 否认", Cue::Negation),
    ("有 共有 设有 现有 尚有 仍有 另有 还有 约有 拥有 具有 载有 备有 建有", Cue::Has),
    ("计有 各有 只有 仅有 存有", Cue::Has),
    ("全长 达 达到 高达 多达 为 仅为 约为 均为 则为 成为", Cue::Level),
    ("是 共计 合计 总计 合共 总共 共 计 约 超过 超 逾 突破 突破至 报 收报", Cue::Level),
    ("收报 收在 收于 开报 高见 低见 最高见 达至 相当于 相当 等于", Cue::Level),
    ("等于 介于 接近 不足 不到 多于 少于 大于 小于 不低于 不高于", Cue::Level),
    ("不少于 不超过 未满 足有 竟达 占 作价 叫价 定为 订为 设为", Cue::Level),
    ("设为 折合 合 现年 年仅 时年 重达 长达 深达 宽达 厚达 远达", Cue::Level),
    ("相距 历时 为期 需时 历经 位列第", Cue::Level),
    ("警告 表示 说 称 指出 透露 强调 认为 指 坦言 宣称 补充说 解释说", Cue::Speech),
    ("回应说 告诉记者 介绍说 表示说 直言 坦承 警告说 提醒说 重申", Cue::Speech),
    ("分析说 写道 提到 回忆说 感慨 感叹 笑说 笑言 笑称 续称 续指", Cue::Speech),
    ("又称 又指 又说 并称 并指 并说 还说 也说 也指 亦指 亦称 声称", Cue::Speech),
    ("声称 自称 显示", Cue::Speech),
    ("单场 尾盘 早盘 午盘 盘后 上午 下午 午后 普遍 尚余 户均 远", Cue::Adverb),
    ("同口径 连日 一夜之间 急需 一审 二审 合力 却 每次 如预期 最快", Cue::Adverb),
    ("最早 最迟 仅 全场 账面 帐面 持刀 持枪 持械 集中 精心 平均 日均 月均 年均", Cue::Adverb),
    ("人均 每秒 每股 每手 每小时 首批 首期 首日 全天 全日 沿途 当庭 闭市 开市 开盘", Cue::Adverb),
    ("收盘 收市 盘前 高峰期 清晨 凌晨 全面 双双 带队 率队 组团 量身 专门", Cue::Adverb),
    ("专程 全程 重点 有序 有力 大力 着力 深入 全力 齐心 牵头 率先 分批 分期 就近 就地", Cue::Adverb),
    ("依法 依规 非法 公开 高效 严格 统筹 特地 特意 亲自 当晚 当天 当日", Cue::Adverb),
    ("当日 同日 随时 随手 纷纷 逐一 逐个 逐年 逐月 连年 历年 接连 一连", Cue::Adverb),
    ("一连 先行 先期 独家 独力 单独 分头 分段 局部 擅自 涉嫌 疑似 疑 似乎 显然 居然", Cue::Adverb),
    ("竟然 竟 果然 刚好 正好 恰好 几乎 尚 颇 甚 极 最 很 非常 十分 比较 较为 较大幅", Cue::Adverb),
    ("较大幅 大幅度 小幅度 略微 稍 稍微 已 已经 均 都 全部 仍 仍然 依然 依旧 也 亦 还 再 又 更", Cue::Adverb),
    ("更是 则 就 才 便 即 先后 陆续 相继 分别 各 各自 共同 一起 首次 再次 再度 多次", Cue::Adverb),
    ("连续 持续 继续 不断 逐步 逐渐 进一步 稳步 大幅 显着 明显", Cue::Adverb),
    ("略 略为 略有 微 小幅 轻微 急剧 迅速 快速 成功 顺利 正式 主动 积极 自愿", Cue::Adverb),
    ("自愿 免费 实际 实收 实现了 至少 最多 最少 至多 超额 联手 携手 预先", Cue::Adverb),
    ("预先 事先 事后 当场 即场 随即 随后 最终 最后 终于 终 终场", Cue::Adverb),
    ("终场 盘中 初步 基本 大致 一度 曾 曾经 正 正在 刚 刚刚 新近 每年 每月 每日 每天 每周", Cue::Adverb),
    ("每周 一共 统一 常态化 高质量 相应 有效 必须 须 需 应 应该 该当", Cue::Adverb),
    ("该当 能 可以 得以 不仅 不但 只 仅仅 至今 迄今 目前 现时 现已 如今 当前", Cue::Adverb),
    ("截至目前 日前 近日 一季 全年 年内 期内 火速 紧急 连夜 一口气 一次过", Cue::Adverb),
    ("一次性 如期 按时 准时 突然 恐 大概 大约 约莫 顺势 同步 齐齐 单日", Cue::Adverb),
    ("单月 单季 今早 今晚 昨晚", Cue::Adverb),
    ("封控 管控 批捕 公诉 提起公诉 挽回 追赃挽损 追赃 疏运 接载 承运", Cue::Verb),
    ("承运 转运 外派 派驻 抽调 调集 流转 配建 捣毁 瓦解 侦办 票控 开罚", Cue::Verb),
    ("开罚 罚没 清缴 代付 兑付 归还 移交 移栽 补种 补播 抢收 抢种", Cue::Verb),
    ("采收 采摘 采挖 捕捞 放流 放养 宰杀 屠宰 出具 下架 召回 曝光 叫停 增开", Cue::Verb),
    ("增开 起降 停靠 装运 卸载 中转 检修 维修 抢修 修葺 敷设 架设", Cue::Verb),
    ("搭设 续建 开建 拆迁 拆卸 拆毁 砍伐 撞毁 震毁 救治 治癒 治愈 筛查", Cue::Verb),
    ("筛查 配发 分发 派送 赠予 捐献 帮扶 撤出 撤资 增资 集资 筹款", Cue::Verb),
    ("筹款 募资 吸金 摘下 揽获 独揽 轰下 贡献 狂敲 敲出 踢进 投中 领先", Cue::Verb),
    ("落后 透支 欠债 负债 净亏 净赚 获赔 承保 投保 参保 脱险 失守", Cue::Verb),
    ("射杀 炸燬 炸毁 炸死 俘获 捡获 辞退 裁撤 遣散 抓捕 刑拘 判监 科处 并处", Cue::Verb),
    ("并处 并科 编印 首发 售罄 销往 内销 外销 试种 引种 轮作", Cue::Verb),
    ("复耕 复垦 平整 改良 清淤 清退 腾退 收储 收买 收缴 调运 调入", Cue::Verb),
    ("调出 下达 划拨 争得 博得 获刑 节水 倾倒 泄漏 丢失 盗走", Cue::Verb),
    ("行骗 索贿 行贿 私藏 潜逃 逃离 遇害 病逝 雇用 补充 扩招 招收", Cue::Verb),
    ("注资 获注资 竞得 命危 轻重伤 吸入 搜屋 拒测 酒驾 证实 减排", Cue::Verb),
    ("减碳 联办 协办 承揽 中签 开创 首创 试飞 首飞 复飞", Cue::Verb),
    ("转机 落成 启运 发车 停航 复产复工 打捆 捆绑 挪移 腾挪 转产 扩产", Cue::Verb),
    ("扩产 达产 试产 停工停产 改扩建 迁建 回覆 回复 答覆 答复 增产 减产", Cue::Verb),
    ("减产 裁减 增购 审查 审议 审核 审理 审讯 质询 议决 表决", Cue::Verb),
    ("表决 否决 废除 废止 搁置 押后 延后 延期 改期 提早 重启 重开", Cue::Verb),
    ("重建 重组 改组 改革 改进 改装 改种 改为 改用 转型 转换 转用", Cue::Verb),
    ("转用 转为 转投 转介 转送 变更 变为 变成 换成 换取 兑换", Cue::Verb),
    ("兑换 折算 汇聚 分摊 分担 承租 承包 外判 外包 发包 标售 标租 征得", Cue::Verb),
    ("募捐 义卖 义演 劝募 拜访 会见 会晤 接见 迎接 欢迎 悼念 纪念", Cue::Verb),
    ("纪念 庆祝 祝贺 列席 主张 反对 赞成 同意 接纳 采纳 听取 蒐集", Cue::Verb),
    ("搜集 汇整 整理 测试 试验 探讨 讨论 协商 谈妥 争夺 竞选", Cue::Verb),
    ("角逐 参选 落选 连任 卸任 辞职 辞任 就任 就职 上任 到任 接任 接替 取代", Cue::Verb),
    ("代替 替代 添置 添购 选购 抢购 团购 进货 退货 补货 缺货 滞销", Cue::Verb),
    ("滞销 热销 畅销 促销 倾销 直销 分销 零售 批发 供货 发展", Cue::Verb),
    ("发展成 发展成为 壮大 增设了 覆核 复查 复检 送检 抽检", Cue::Verb),
    ("普查 摸排 排查 排除 消除 消杀 扑杀 扑灭 扑救 灭火 施肥 灌溉 浇灌 喷洒", Cue::Verb),
    ("喷洒 喷射 注射 输血 献血 捐血 捐精 移植 手术 切除 缝合 救护 护送", Cue::Verb),
    ("护理 照顾 照护 陪护 看护 托管 托育 收养 领养 认养 寄养", Cue::Verb),
    ("抚养 赡养 供养 资助 奖补 免除 免收 代收 代缴 代扣 代发 补缴", Cue::Verb),
    ("垫付 预付 结算 清算 清偿 抵扣 抵销 冲销 注销 吊销 扣留 扣查", Cue::Verb),
    ("盘查 截查 截停 截获 堵截 围捕 追捕 通报 上报 汇报 呈报 填报", Cue::Verb),
    ("申诉 调解 仲裁 和解 签订 续签 换签 补签 盖章 公证 公示 公告", Cue::Verb),
    ("刊宪 颁布 生效 失效 到期 届满 续期 展期 轮换 轮训 轮休 休假 放假", Cue::Verb),
    ("调休 加班 值守 开动 开机 开播 开售 开标 开奖 中奖 派彩 下注", Cue::Verb),
    ("押注 投注 赢取 输掉 赔本 赚取 赚得 赚钱 套取 侵吞 侵占 霸占", Cue::Verb),
    ("强占 私吞 勒索 敲诈 恐吓 威胁 绑架 拐卖 拐走 侵犯 侵害 性侵 猥亵", Cue::Verb),
    ("殴打 袭击 攻击 枪击 开枪 扫射 轰炸 空袭 炮击 发射", Cue::Verb),
    ("拦截 击落 攻占 占领 收复 撤军 增兵 派兵 驻军 停火 交换 释放", Cue::Verb),
    ("释放 遣返 驱逐 遣送 引渡 偷渡 移民 定居 落户 返乡 还乡 归来 回国 回港", Cue::Verb),
    ("回台 回流 返港 出游 联系 联络 涉及金额 涉案金额 涉及资产 开启", Cue::Verb),
    ("开启 商讨 磋商 新装 新设 新开 新聘 新购 新添 不设 发挥 充分发挥", Cue::Verb),
    ("充分发挥 助推 采行 采取 决定 明确 确定 围绕 聚焦 突出 坚持 依托 借助", Cue::Verb),
    ("争创 打响 擦亮 推选 推荐 举荐 搭建 建构 构筑 拓展 拓宽 开拓", Cue::Verb),
    ("开拓 深化 细化 优化 完善 健全 规范 加大 加密 巩固 夯实 筑牢 守护", Cue::Verb),
    ("守住 托起 激发 激活 盘活 唤醒 满足 适应 契合 顺应 面临 面对", Cue::Verb),
    ("遭受 经历 见证 陪伴 倾听 了解 掌握 熟悉 学习 学会 钻研 攻克 突破了 填补", Cue::Verb),
    ("填补 弥补 补齐 补足 扭转 遏制 遏止 防止 防范 杜绝 避免 减轻 缓解", Cue::Verb),
    ("缓解 舒缓 疏导 疏浚 疏通 保证 确立 树立 奠定 谋划 筹划 筹备", Cue::Verb),
    ("筹建 筹办 主办 主持 主导 主管 负责 牵涉 关系到 取决于", Cue::Verb),
    ("有利于 得益于 归功于 归因于 源于 来自 出自 属于 隶属", Cue::Verb),
    ("附属于 建成 年产 日产 月产 收票 持货 盗用 退运 量产 推动", Cue::Verb),
    ("充电 酿成 满产 抢得 捡垃圾 转帐 转账 连输 连赢 连胜", Cue::Verb),
    ("连败 新增 落在 建于 压中 搜索 受轻伤 受重伤 迎来 承建 决议 遭遇", Cue::Verb),
    ("蒙受 承受 带有 附有 拟定 占用 奖励 表扬 表彰 嘉奖 记功 开除", Cue::Verb),
    ("免职 停职 撤职 处分 约谈 问责 通缉 悬赏 远销 地处", Cue::Verb),
    ("助力 相信 贷到 拿到 享用 扎根 驻点 湧入 涌入 湧现 涌现 湧出 涌出 降落 起飞 抓住 抓好", Cue::Verb),
    ("做好 做到 做成 打成 打通 接种 施救 施工 施行 施放 释出 断水 断电 复电 复航", Cue::Verb),
    ("复航 停运 停摆 搁浅 沉没 倾覆 出海 出港 进港 靠泊 靠港 离港 卸货", Cue::Verb),
    ("卸货 卸下 装船 播种 插秧 育苗 育种 出苗 结果 开花 挂果 上缴 上交", Cue::Verb),
    ("下拨 下发 转发 转载 刊登 刊发 登载 连载 出书 出演 主演 执导", Cue::Verb),
    ("执导 开拍 杀青 首映 首播 首演 巡演 献演 演奏 演唱 合唱 录音 收听 收听到", Cue::Verb),
    ("直播 转播 点播 留言 点赞 按赞 分享 评为 选为 命名 授牌 揭牌 剪䌽 剪彩", Cue::Verb),
    ("奠基 封顶 合拢 贯通 验收 交工 交房 交楼 入伙 入市 出清 去化 认租 续租", Cue::Verb),
    ("续租 续约 解约 毁约 违约 欠缴 欠费 欠薪 追讨 追缴 追诉", Cue::Verb),
    ("追踪 追查 缉获 搜获 搜出 搜查 突击 扫荡 扫毒 缉毒 反恐 制服 制止", Cue::Verb),
    ("击毙 打死 刺死 刺伤 砍伤 打伤 烧伤 烫伤 灼伤 摔倒 跌倒 溺水 溺毙", Cue::Verb),
    ("溺毙 溺亡 中毒 呕吐 发烧 发病 患病 患有 染病 死伤 伤亡 受困 被困 获释", Cue::Verb),
    ("假释 减刑 赦免 判决 裁定 裁决 胜诉 败诉 上诉 起诉 控告 指控", Cue::Verb),
    ("被控 认罪 招供 作案 犯案 涉案 结案 立案 报备 备案 备妥 备战 备降", Cue::Verb),
    ("贮存 贮藏 存放 堆放 堆积 填埋 焚烧 处理掉 排出 排入 排水 抽水 引水 调水", Cue::Verb),
    ("输水 蓄水 放水 洩洪 泄洪 溢出 漫过 冲毁 冲走 卷走 吹倒 吹翻 压垮 压塌", Cue::Verb),
    ("压塌 震垮 震塌 观察到 预警 示警 报警 值班 执勤 执法 执业 持证 考取", Cue::Verb),
    ("考获 考上 升学 入学 退学 辍学 复学 开学 放学 毕业 授予", Cue::Verb),
    ("授权 委托 委任 委派 任命 任职 任教 执教 教授 讲授 讲解 解说 导览", Cue::Verb),
    ("导览 导游 旅游 游览 游玩 出行 乘搭 搭乘 乘坐 驾驶 骑行 步行 徒步 奔跑", Cue::Verb),
    ("跑完 游完 完赛 参训 集训 训练 演练 演习 彩排 排练 排演 布置", Cue::Verb),
    ("装饰 装修 粉刷 张贴 悬挂 竖立 投入 投资 拨出 拨款 拨付", Cue::Verb),
    ("筹得 筹集 募得 募集 融资 捐赠 捐出 捐款 补助 补贴 赞助 发放", Cue::Verb),
    ("派发 颁发 颁授 颁奖 派出 选派 派遣 调派 动员 出动 出席 参加", Cue::Verb),
    ("参加 参与 组织 举办 举行 召开 开展 开办 开设 开行 开通", Cue::Verb),
    ("开通 开放 开工 开业 开幕 开课 开班 开诊 启动 启用 通车", Cue::Verb),
    ("通车 投产 投用 投放 竣工 完工 动工 兴建 新建 建造 建设 建立 改建 扩建 改造", Cue::Verb),
    ("翻新 整修 修建 修复 修缮 铺设 安装 加装 设置 设立 设定 增设", Cue::Verb),
    ("增设 附设 配备 配有 装有 采购 购买 购入 购置 认购 收购", Cue::Verb),
    ("并购 出售 售出 卖出 抛售 推售 销售 代售 租用 租出 出租 签署 签约 签下", Cue::Verb),
    ("签下 达成 通过 批准 核准 审批 审结 受理 办理 办结 处理 处置", Cue::Verb),
    ("查处 查获 查扣 查封 检获 起获 起出 缴获 破获 侦破 逮捕 拘捕 拘留", Cue::Verb),
    ("抓获 缉捕 检控 移送 判处 判囚 判刑 罚款 没收 冻结 追回 退还", Cue::Verb),
    ("骗取 骗走 诈骗 盗取 劫走 抢走 偷走 挪用 受贿 贪污 吸引 引进", Cue::Verb),
    ("引入 招揽 招聘 招募 录取 聘用 聘请 聘任 增聘 裁员 解雇 培训 培养", Cue::Verb),
    ("培育 辅导 指导 扶持 帮助 支持 支援 援助 协助 救助 救出 救起 救援 抢救 搜救", Cue::Verb),
    ("搜寻 寻获 寻回 找到 疏散 转移 安置 撤离 撤走 安排 安放 接待 接收 接诊", Cue::Verb),
    ("收治 诊治 治疗 收容 施打 筛检 检测 检查 检验 抽查 抽验 巡查 查验", Cue::Verb),
    ("查验 验放 放行 监测 观测 测得 发现 发掘 出土 挖出 清理 清运 清除", Cue::Verb),
    ("清走 拆除 撤销 取消 取缔 关闭 关停 封闭 停用 停飞 停驶 停电", Cue::Verb),
    ("停水 停产 停牌 停课 停工 复工 复课 复产 生产 制造 产出 加工", Cue::Verb),
    ("种植 种下 栽种 栽植 养殖 饲养 收割 收获 收成 收到 收回 收取 收受 收录", Cue::Verb),
    ("收录 征收 征召 征求 缴纳 缴付 支付 偿还 偿付 赔偿 赔付", Cue::Verb),
    ("理赔 贷款 发行 上市 挂牌 交易 成交 转让 过户 出口 进口 输出", Cue::Verb),
    ("输入 供应 供给 提供 输送 运送 运输 运载 载客 搭载 装载", Cue::Verb),
    ("装载 装卸 运抵 抵达 到达 到访 访问 来访 离开 出发 前往", Cue::Verb),
    ("进入 返回 撤回 开往 飞往 行驶 飞行 撞上 撞向 撞倒 相撞 追撞 翻侧 坠毁", Cue::Verb),
    ("坠毁 坠落 倒塌 坍塌 爆炸 起火 烧毁 焚毁 燃烧 摧毁 损毁 损坏 受损", Cue::Verb),
    ("受损 受灾 受影响 淹没 淹浸 造成 导致 引发 引致 致使 影响 波及 涉及 涉款", Cue::Verb),
    ("覆盖 惠及 受惠 受益 受聘 带动 拉动 促进 促成 促使 推出 推行 推广 推进", Cue::Verb),
    ("发布 公布 宣布 发表 发出 发送 发起 发生 出现 出版", Cue::Verb),
    ("出台 印发 制定 制订 修订 颁布 实施 实行 实现 执行 落实 兑现", Cue::Verb),
    ("兑现 完成 达标 获得 获颁 获准 获批 获派 获救 获捐 获评", Cue::Verb),
    ("荣获 夺得 夺冠 赢得 赢下 击败 击退 战胜 负于 输给", Cue::Verb),
    ("攻入 射入 打进 打破 刷新 改写 创下 创造 创办 缔造 保持 维持 维护", Cue::Verb),
    ("维护 保留 保存 保护 保障 储存 储备 囤积 积累 积欠 拖欠 欠款 拖延 延误", Cue::Verb),
    ("延误 延迟 限制 禁止 暂停 中断 中止 终止 恢复 录得 录制 拍摄", Cue::Verb),
    ("拍出 拍得 摄制 制作 谱写 展出 展示 陈列 演出 上演 放映 播出 收看 观看 浏览", Cue::Verb),
    ("浏览 点击 下载 注册 登记 报名 报读 就读 入读 就业 上岗", Cue::Verb),
    ("上岗 脱贫 入住 居住 栖息 停泊 停放 携带 带领 带回 率领 联合 合作", Cue::Verb),
    ("承载 承接 承办 承担 担任 出任 获选 当选 并列 名列 位列 位居 排名", Cue::Verb),
    ("列入 纳入 入选 入围 晋级 晋身 评定 评选 评出 认定 认证", Cue::Verb),
    ("认证 认证为 打造 形成 组成 构成 包括 包含 涵盖 持有 占有 拥 坐拥", Cue::Verb),
    ("缺少 欠缺 需要 花费 耗资 耗时 耗费 斥资 动用 使用 利用 采用 应用", Cue::Verb),
    ("应用 用于 节省 节约 节能 减免 豁免 享受 享有 领取 领到 拿下 取得", Cue::Verb),
    ("抢通 连接 连通 联通 铺开 扩充 加强 强化 提请 提交 提出", Cue::Verb),
    ("提议 呼吁 号召 要求 建议 回收 回购 净买 净卖 买超 卖超", Cue::Verb),
    ("净流入 净流出 流入 流出 注入 入股 持股 派息 分红 套现 获利 亏损 盈利", Cue::Verb),
    ("转盈 转亏 损失 死亡 罹难 遇难 丧生 身亡 受伤 轻伤 重伤", Cue::Verb),
    ("失踪 失联 确诊 感染 染疫 住院 出院 痊癒 痊愈 康复 骨折 被捕 落网 失业", Cue::Verb),
    ("退休 结业 结婚 出生 诞生 成立 创立 进驻 入驻 落地 迁出 迁入", Cue::Verb),
    ("搬迁 搬到 聚集 参观 参展 参赛 出赛 出战 对阵 得分 命中 失误", Cue::Verb),
    ("排放 投运 并网 发电 供电 供水 供热 供暖 供气 消耗 核减 砍下 调拨", Cue::Verb),
    ("调拨 处以 索赔 申请 申报 申领 报告 报案 接报 接获 接到", Cue::Verb),
    ("开出 开具 升空 入轨 订购 预订 预留 预售 下单 接单 交付", Cue::Verb),
    ("交货 出货 出厂 下线 上线 上架 试行 试点 试运行 试营运", Cue::Verb),
    ("结束 闭幕 落幕 举报 投诉 抗议 示威 罢工 游行 挤满 坐满", Cue::Verb),
    ("挤迫 占地 坐落 位于 毗邻 配置 分配 分布 划分 划定 种草 造林", Cue::Verb),
    ("植树 扶贫 解决 化解 吸纳 吸收 消化 保释 候审 还押 提堂 出庭 服刑", Cue::Verb),
    ("增派 增拨 增建 加开 加派 加设 摆设 设展 走访 慰问 探访 义诊", Cue::Verb),
    ("义诊 巡诊 宣讲 授课 演讲 致辞 考察 调研 督导 督查 整治 整改 治理", Cue::Verb),
    ("修护 养护 绿化 美化 亮化 硬化 更换 更新 替换 换发 补发 补选", Cue::Verb),
    ("改选 选出 选举 选聘 投票 得票 认捐 媒合 媒介 匹配 录用 掩埋 捡拾", Cue::Verb),
    ("抽取 抽出 打捞 打击 打击到 拦停 击沉 试射 部署 驻守 驻紮 驻扎 征用", Cue::Verb),
    ("征用 征地 开垦 开采 开发 研发 研制 发明 申获 授信 放款 放贷", Cue::Verb),
    ("放贷 核销 计提 提取 存入 汇出 汇入 扣除 扣押 收押 羁押 担保 质押", Cue::Verb),
    ("抵押 拍卖 竞拍 中标 得标 决标 招标 投标 承诺 捐助 赠送", Cue::Verb),
    ("送出 送赠 送上 送往 送院 送医 送达 接过 接送 接驳 通达 直达 复制", Cue::Verb),
    ("复制 征税 课税 退税 补税 纳税 漏税 逃税 走私 贩卖 贩运", Cue::Verb),
    ("制毒 藏毒 吸毒 醉驾 超速 肇事 触犯 违反 违规 超额完成 抵埗 抵港 访港", Cue::Verb),
    ("访港 访台 入境 出境 离境 过境 通关 过关 抵台 赴 前来 包揽 囊括 勇夺", Cue::Verb),
    ("勇夺 斩获 摘得 展销 推介 签发 核发 核定 查定 认领 接办 经营 运营", Cue::Verb),
    ("运营 营运 营业 主营 代理 代言 兼任 兼营 现存 刻有 印有 养有 育有 容有", Cue::Verb),
    ("占据 占去 种有 存活 成活 生长 生还 幸存 出栏 存栏 孵化 产下", Cue::Verb),
    ("产下 诞下 生下 抱走 偷运 押运 托运 收运 收集 征集 汇集 聚拢", Cue::Verb),
    ("集结 集合 发动", Cue::Verb),
    ("蚀 赚 挂 处 签 种 投 建 设 派 送 贷 供 售 卖 买 购 收 付 缴 捐 拨", Cue::Short),
    ("拨 获 得 赢 输 夺 拿 取 领 接 发 开 办 招 聘 裁 栽 养 产 修 拆 铺 装", Cue::Short),
    ("装 运 载 救 抓 捕 捉 拘 罚 判 骗 偷 抢 死 伤 亡 住 坐 搭 乘 走 跑 飞 游 打 射 踢", Cue::Short),
    ("攻 进 入 出 用 花 耗 欠 借 存 租 做 造 制 拍 播 演 唱 写 读 学 教 考 评 列 居 攀 长", Cue::Short),
    ("长 高 宽 深 重 厚 跨 征 筹 创 找 查 检 验 测 挖 捞 埋 烧 毁 塌 倒 撞 炸", Cue::Short),
    ("刺 砍 袭 退 留 缺 含 跟 看 听 喝 吃 食 饮 剩 净 停", Cue::Short),
    ("把 为了 对 对于 向 朝 给 替 由 从 在 于 以 按照 依照 根据 依据 随着", Cue::Preposition),
    ("随着 经过 透过 借 借由 借着 因为 由于 被 遭 让 令 使 沿着 针对", Cue::Preposition),
    ("针对 面向 除了 除去", Cue::Preposition),
    ("犯罪所得 派中期息 子弹 导弹 炸弹 弹药 贵金属 贵州 贵宾 贵阳", Cue::Nothing),
    ("名贵 可贵 珍贵 增值税 增值服务 减速带 减值准备 压缩机", Cue::Nothing),
    ("压缩机 压缩空气 飙车 库存 关爱基金 增持计划 采购经理", Cue::Nothing),
    ("负责同志 负责人 组织部 宣传部 统战部 监督管理 管理局", Cue::Nothing),
    ("发展改革 发展和改革 教育部 建设部 建设局 建设厅 交通运输", Cue::Nothing),
    ("交通运输 运输部 运输局 运输厅 保障局 保障厅 保障部 检察院 投资促进", Cue::Nothing),
    ("投资促进 招商局 招商银行 建设银行 发展银行 开发银行 出版社 广播电视", Cue::Nothing),
    ("广播电视 生产总值 委员会 组织委员会 工作组 领导小组 研究院", Cue::Nothing),
    ("研究所 研究中心 设计研究院 服务中心 发展中心 目标价 产能利用率", Cue::Nothing),
    ("产能利用率 设计运量 设计师 设计院 废料 增长预测 平日 假日 节日", Cue::Nothing),
    ("节日 年增设 社会保障 空缺 短缺 支出 可支配 女将 小将 老将 悍将 大将", Cue::Nothing),
    ("大将 上将 中将 少将 外汇储备 占比 模拟 虚拟 有无 收视", Cue::Nothing),
    ("收发 就业率 就业不足率 失业率 强对流 对流 北向 南向 单向", Cue::Nothing),
    ("双向 对美元 对欧元 对日圆 对英镑 对港元 对新台币", Cue::Nothing),
    ("对人民币 兑美元 经济损失 直接经济损失 财物损失 财产损失", Cue::Nothing),
    ("财产损失 增加值 交通意外 意外险 收费 收视率 同期新高 同期新低 指数 指挥", Cue::Nothing),
    ("指挥部 指定 指标 指引 指南 指纹 手指 小说 说法 说服 传说 名称", Cue::Nothing),
    ("职称 称号 对称 简称 俗称 人称 号称 显示器 显示屏 无效", Cue::Nothing),
    ("无效 无力 本上 有所 占有率 市占率 占线 增幅达标 多元 多数 多样", Cue::Nothing),
    ("多样 多媒体 多年 多月 多来 多种 有的 平均年龄 人均收入 共产党 共青团", Cue::Nothing),
    ("共青团 共犯 平板 受援 受援县 受援地 受灾户 受惠人 预计划 推介会 发布会", Cue::Nothing),
    ("发布会 新闻发布会 参考 参股 收购案 收购价 有史以来", Cue::Nothing),
    ("无线电 有待 有意思 公有制 应有 应届 应用程式 应征 能见度 可燃", Cue::Nothing),
    ("可卡 可转债 料件 不料 再就业 再保 再融资 即时 即食 就业人 就读于", Cue::Nothing),
    ("就读于 就医 就诊 都会区 都江堰 都匀 均线 均安 仍须 也即 更年 更多 更高", Cue::Nothing),
    ("已故 已婚 已知 约旦 超声 超高 超强 超大 超长 近万 近百 近千 有关 有限", Cue::Nothing),
    ("有助 有利 有机 有色 有线 所有 国有 私有 公有 固有 现有的 拥有权 没有关", Cue::Nothing),
    ("没有关 为主 为例 为止 为何 作为 视为 称为 以为 行为 名为", Cue::Nothing),
    ("名为 最为 更为 颇为 尤为 极为 甚为 何为 为时 为此 为民", Cue::Nothing),
    ("为民 为首 为由 为准 为本 为重 共识 共和 公共 共产 共享 共建 共商", Cue::Nothing),
    ("计算 会计 统计 审计 总计划 报道 报导 报价 报酬 报纸", Cue::Nothing),
    ("报社 日报 晚报 早报 时报 公报 情报 预报 警报 海报", Cue::Nothing),
    ("年报 季报 财报 月报 报表 报送 报销 收入 收益 收支 收藏 收据", Cue::Nothing),
    ("税收 营收 丰收 增强 增进 升级 升温 晋升 上升通道 减灾 减税", Cue::Nothing),
    ("减税 减肥 加减 精减 降水 降雨 降雪 降临 降级 空降 下降通道 跌落 跌入 涨潮", Cue::Nothing),
    ("涨停 跌停 涨跌 升降 增减 升息 降息 加息 减息 比例 比重 比赛 比率 比亚", Cue::Nothing),
    ("比如 比方 比特 对比度 相比之下 无比 好比 百分比 性价比 可能 可以说 可见", Cue::Nothing),
    ("可是 可靠 可惜 可持续 可再生 许可 认可 可口 可乐 可爱 宁可 将军", Cue::Nothing),
    ("将领 将士 将近 麻将 名将 主将 猛将 虎将 对口 对外", Cue::Nothing),
    ("对象 对面 对手 对抗 对策 对话 对接 对应 对待 对方", Cue::Nothing),
    ("应对 针对性 绝对 相对 配对 核对 对冲 方向 向来 一向 转向", Cue::Nothing),
    ("导向 取向 倾向 动向 走向 意向 自由 理由 缘由 由来 以上 以下 以来 以内", Cue::Nothing),
    ("以内 以外 以及 以至 以往 以后 以前 以免 以便 以色列 所以 难以 加以 予以 足以 何以 按揭 按摩", Cue::Nothing),
    ("按钮 从事 从业 从前 从此 服从 顺从 现在 存在 所在 潜在", Cue::Nothing),
    ("实在 内在 在内 在职 在校 在建 在线 在岗 在册 在学 在逃 在场", Cue::Nothing),
    ("在场 在于 旨在 自在 在线上 及其 及时 普及 埃及 危及 触及 提及 和平 和谐 温和", Cue::Nothing),
    ("温和 缓和 饱和 总和 中和 和田 柔和 与会 给予 补给 交给 送给", Cue::Nothing),
    ("拨给 自给 使命 大使 使馆 使得 天使 即使 行使 令人 令吉 命令 法令 司令 禁令 指令 夏令", Cue::Nothing),
    ("让利 出让 受让 被子 被告 植被 棉被 受害 受访 受限 受训 受雇 接受 感受 难受", Cue::Nothing),
    ("难受 同时 同期 同样 合同 不同 相同 连同 同学 同事 同志 同行 同胞 同类 同年", Cue::Nothing),
    ("同月 胡同 到位 到场 到底 到处 达人 达州 雷达 马达 发达 表达", Cue::Nothing),
    ("传达 超市 超级 超越 超标 超时 超支 超出 超前 高超 超车 逾期 破产 破裂", Cue::Nothing),
    ("突破口 合约 合格 合法 合并 合资 合理 合计划 综合 符合 结合 配合 组合", Cue::Nothing),
    ("组合 融合 整合 适合 混合 合肥 合作社 约定 预约 条约 制约 纽约 公约", Cue::Nothing),
    ("约束 约会 特约 近年 近期 近来 附近 最近 靠近 邻近 近视 逼近 近郊 是否", Cue::Nothing),
    ("还是 但是 就是 于是 只是 而是 要是 总是 凡是 或是 正是 若是 即是 既是 设备 设施", Cue::Nothing),
    ("设施 设想 设法 设防 常设 公设 专设 建筑 建材 建档 基建 组建", Cue::Nothing),
    ("组建 援建 建行 福建 封建 构建 创建 投资者 投资额 投递 投身 投影 派出所", Cue::Nothing),
    ("派对 派别 送货 传送 推送 开发区 开发商 开始 开门 展开", Cue::Nothing),
    ("分开 避开 开支 开销 开车 开关 发言 发言人 发改 发票", Cue::Nothing),
    ("触发 爆发 突发 多发 自发 头发 沙发 入口 入门 入场 加入", Cue::Nothing),
    ("融入 进出口 出口额 进口额 进步 进程 进度 进展 进行 先进", Cue::Nothing),
    ("先进 前进 跟进 购物 购房 用户 用品 用水 用电 用地 用途 费用 信用", Cue::Nothing),
    ("作用 公用 专用 商用 民用 军用 通用 实用 适用 运动 运行 运动员 运力", Cue::Nothing),
    ("运力 航运 客运 货运 海运 空运 铁运 奥运 亚运 春运 运河", Cue::Nothing),
    ("运河 产业 产品 产量 产值 产区 产权 资产 房产 财产 国产", Cue::Nothing),
    ("国产 水产 特产 矿产 遗产 房地产 动产 死者 死刑 伤者 伤害 伤势", Cue::Nothing),
    ("伤势 住户 住房 住宅 住宿 居民 居家 居委 邻居 打工 打开 打卡 造型 教育 教师 教学", Cue::Nothing),
    ("教学 教练 教堂 宗教 学生 学校 学者 学历 学员 学院 学位 大学", Cue::Nothing),
    ("大学 中学 小学 考试 考生 评估 评级 评价 评论 长期 长度", Cue::Nothing),
    ("长江 长者 长官 长沙 长春 局长 部长 会长 校长 院长", Cue::Nothing),
    ("队长 市长 县长 省长 乡长 镇长 村长 社长 董事长 行长", Cue::Nothing),
    ("家长 特长 首长 高度 高速 高级 高中 高校 高等 高铁 高雄 高考 高层 高端", Cue::Nothing),
    ("最高 深度 深圳 宽度 重要 重大 重量 重庆 重新 严重 体重 尊重 厚度 创新 创业", Cue::Nothing),
    ("创业 创意 创作 文创 原创 查询 调查 侦查 查理 测量 退出 退伍", Cue::Nothing),
    ("退役 后退 留学 停留 居留 缺乏 缺口 缺席 需求 必需 含量 含税 净利 净值 净额", Cue::Nothing),
    ("净额 净资产 单位 名单 订单 清单 菜单 账单 简单 保单 另类", Cue::Nothing),
    ("另类 另一 每况 新闻 新生 新型 新兴 新鲜 新冠 新春 新年 新股 新界 新北 新竹 新疆", Cue::Nothing),
    ("新加坡 新元 新台币 最新 革新 全新 崭新 各地 各国 各界 各类 各级 各种", Cue::Nothing),
    ("各项 各区 各县 各市 各州 各村 各乡 各单位 各部门 各企业 各学校", Cue::Nothing),
    ("各学校 再生 还款 还原 也门 都市 首都 成都 均衡 均价 才能 人才 正常 正面 正确", Cue::Nothing),
    ("真正 修正 公正 刚果 曾任 微信 微博 微型 能源 能力 能量 功能 职能 性能 只能 智能 核能 电能", Cue::Nothing),
    ("电能 太阳能 新能源 应急 反应 响应 须知 恐怖 恐慌 或者 或许 势力", Cue::Nothing),
    ("优势 形势 趋势 局势 估值 高估 低估 料理 资料 材料 原料 燃料 饮料 塑料", Cue::Nothing),
    ("饲料 肥料 意料 史料 食料 面料 养料 愿望 失望 展望 渴望 望远 探望 绝望 无人", Cue::Nothing),
    ("无人 无论 无线 无锡 无偿 无关 无疑 无家 无息 无障碍", Cue::Nothing),
    ("无症状 无人机 无线 南无 未来 未成年 未婚 未必 未知 甲乙未 如何 如此 如下 例如", Cue::Nothing),
    ("假如 犹如 不如 诸如 一如 如同 若干 单一 每当 每每 与其 与否 甚至 直至", Cue::Nothing),
    ("乃至 到目前 及格 普及率 自然 自己 自动 自行 自主 自治 自身 自家 独自 自贸 自驾 关于", Cue::Nothing),
    ("关于 至于 处于 基于 急于 善于 鉴于 便于 敢于 限于 在此", Cue::Nothing),
    ("给力 用心 据点 数据 证据 票据 根据地 随机 伴随 跟随 经济", Cue::Nothing),
    ("经济 经验 经理 经销 经贸 经费 神经 财经 经常 经典 途经", Cue::Nothing),
    ("途经 路经 因素 因此 因而 原因 基因 缘故 增城 增补 升旗 降压 下降伞 减震", Cue::Nothing),
    ("减压 举升 抬升 跌势 涨势 升势 升格 低温 低碳 低保 高温 高血压", Cue::Nothing),
    ("高原 高山 高手 高峰 高度重视", Cue::Nothing),
];

/// Words before a subject that do not belong to it.
#[rustfmt::skip]
pub(super) static HEADS: &[&str] = &[
    "截至发稿 截至发稿时 发稿前 至发稿 其中 此外 另外 同时 与此同时",
    "与此同时 而 而且 但 但是 不过 然而 可是 并 并且 且 以及 还 也 亦 又 则 于是 因此",
    "因而 所以 从而 进而 继而 结果 目前 现时 如今 当前 据悉 据了解",
    "据了解 据介绍 据称 据报 据指 消息指 有消息指 数据显示 资料显示",
    "统计显示 结果显示 调查显示 报告显示 截至 截止 截至目前 截止到 截止目前",
    "至于 期间 其间 当时 届时 事实上 实际上 一般 通常 一直 尤其 特别是",
    "特别是 尤其是 具体来看 具体而言 整体而言 总的来看 相比之下 例如 相信",
    "比如 譬如 也就是 换言之 简言之 至今 迄今 最近 近期 近来 近日 日前 首先 其次 再次 最后",
    "最后 一方面 另一方面 随后 其后 之后 此后 随即 随着 另 另有 另据 不仅",
    "不仅 不但 虽然 尽管 尽管如此 为此 对此 当中 本次 该次 累计 共",
    "合共 总计 已 已经 仍 均 都 却 就 分别",
];

/// What makes a noun of the verb before it: 投資 before 額.
#[rustfmt::skip]
pub(super) static NOUN_TAILS: &[&str] = &[
    "经理 渗透率 均价 进度 货值 余额 养老金 年增率 库存 里程 时限",
    "时限 逆差 顺差 倍数 上限 下限 资本 所得 额 量 率 费 金 者 员 家 所 站 厂 局 部",
    "会 力 点 度 队 商 业 版 物 品 案 权 价 税 款 线 网 机 车 船 场 馆 院",
    "校 园 区 域 带 圈 链 群 组 班 系 类 型 式 法 书 证 单 表 图 户 名单",
    "总额 总值 总量 总数 数量 数字 数目 金额 规模 能力 任务",
    "计划 人数 人次 系统 体系 成本价 价格 需求 市场 指数 水平 水准",
    "水准 结构 比重 比例 比率 面积 产业 行业 服务业 政策 制度 方案 措施 办法",
    "条例 标准 方式 模式 渠道 许可 资格 宗数 情况 范围 期限 期间 时间",
    "时间 日期 次数 频率 对象 用地 用途 受众 管理 冲击 压力 空间 趋势",
    "态势 因素 原因 部分 责任 义务 权益 权利 环境 条件 质量 品质",
    "效率 效益 效果 成果 成效 成绩 产能 产值 业务 部门 机构 单位 总投资",
    "总投资 总面积 总产值 合格率 成活率 出生率 死亡率 感染率 用品 用具 器材 收入 支出 预算",
    "中心",
];

/// What a body says by behind 據: 據統計局數據.
#[rustfmt::skip]
pub(super) static SOURCE_TAILS: &[&str] = &[
    "调查 文告 研究 新闻稿 声明 公报 年报 统计 数据 数据显示 资料",
    "资料 资料显示 统计显示 调查显示 调查发现 报告 报告显示",
    "介绍 报道 报导 消息 透露 表示 指出 估计 估算 测算 预测 称 公布",
    "统计数据 统计资料 最新数据 最新统计 数字 数字显示 公告",
    "公告显示 通报 指",
];

/// Words that begin a condition.
#[rustfmt::skip]
pub(super) static CONDITIONS: &[&str] = &[
    "不论 无论 不管 若 若果 如果 如 假如 假设 倘 倘若 一旦 只要 除非 要是 若是 即使 如若",
];

/// Who a verb before it says more of: 供水 before 公司, unless a number counts them.
#[rustfmt::skip]
pub(super) static ACTORS: &[&str] = &[
    "项目 工程 活动 个案 案件 事件 事故 公司 企业 厂商 人员 员工 单位",
    "机构 银行 医院 学校 协会 团体 组织 队伍 者 家庭 旅客 游客 乘客",
    "居民 群众 学生 工人 农民 市民 村民 住户 客户 用户 观众 车辆 船只",
    "船只 航班 列车 工厂 商店 中心 平台 网站 人士 民众 职工 从业人员 老师",
    "教师 医生 商贩 业者 集团 单车 工地 行动 区域 地区 路段 站点",
    "站点 场所 阶段",
];

/// Verbs of a state, which tell more of the noun behind them: 受惠家庭120戶.
#[rustfmt::skip]
pub(super) static STATES: &[&str] = &[
    "被困 受困 输入 投运 通车 建成 涉案 犯罪 参加 受惠 受益 受灾 受影响 受损",
    "受损 受伤 受访 受聘 参展 参赛 参训 访港 访台 入境 出境 离境 就业",
    "就业 在读 就读 入读 新增 亏损 盈利 死亡 确诊 感染 住院 留医 失业 在建",
    "获奖 获批 达标 中标 成交 停业 流失 流动",
];

/// What no later clause goes on with.
#[rustfmt::skip]
pub(super) static GENERIC: &[&str] = &[
    "沿线 沿途 主跨 全线 主体 首期 二期 三期 一期 半日 早盘 午盘 尾盘 发稿",
    "产品 过程 情况 效果 规模 数量 品种 种类 业务 市场 价格",
    "货品 商品 结果 原因 内容 形式 方式 方法 问题 时间 地点 现场 场面",
    "气氛 场内 场外 全场 园内 馆内 店内 车上 船上 机上 车内",
    "其中 数字 数据 资料",
];

/// What is measured of an owner that was named before: 淨利 of the company.
#[rustfmt::skip]
pub(super) static ATTRIBUTES: &[&str] = &[
    "营收 总装置容量 装置容量 年供电量 供电量 日供水能力 日处理能力",
    "日处理能力 配发率 现金股利 股利 派息 每股派息 总人口 常住人口 员工总人数",
    "占地 建筑面积 营业收入 营业额 营业利润 收入 总收入 净收入",
    "净收入 净利 净利润 净利率 纯利 纯利润 纯益 税后纯益 税后净利",
    "税后净利 毛利 毛利率 利润 利润总额 盈利 盈余 获利 损失 亏损 汇损",
    "兑换损失 外币兑换损失 避险工具损失 支出 成本 费用 资产 总资产",
    "总资产 净资产 资产总额 负债 负债率 市值 容量 装机容量 总装机容量",
    "总装机容量 能力 供热能力 发电能力 供水能力 处理能力 生产能力 产能",
    "年产能 总产能 产能利用率 产值 年产值 总产值 销售额",
    "销售收入 年销售额 销量 销售量 产量 年产量 总产量 金额",
    "总金额 保障金额 保险保障金额 授信金额 面积 总面积",
    "占地面积 总建筑面积 总投资 投资额 总投资额 投资总额",
    "长度 全长 总长 总长度 高度 宽度 总重 总高度 股价 售价 均价",
    "均价 平均年龄 平均价格 订单 在手订单 每股盈余 每股收益 每股纯利",
    "每股纯利 每股亏损 每股股息 每股净值 EPS 现金 现金流 年利润 年收入",
    "年均收入 日处理量 年发电量 发电量 载客量 客流量 座位 床位 车位 员工",
    "员工 员工总数 学生人数 人数 总人数 税前盈利 税前利润",
    "股东应占溢利 溢利 经营溢利 营业净利 营益率 营业利益",
    "营业利益率 本期净利 单季营收 合并营收 累计营收 税前净利",
    "税前净利",
];

/// The table of [`CUES`].
pub(super) fn cues() -> &'static Words<Cue> {
    static TABLE: OnceBox<Words<Cue>> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Words::of_rows(CUES)))
}

/// Words before a time that do not belong to a subject before it.
pub(super) static BEFORE_TIME: &[&str] =
    &["截至", "截止到", "截止", "直至", "自从", "早在", "于", "在", "自", "从", "到", "至", "今", "的", "等"];

/// Words behind a subject that are none of it.
pub(super) static TAILS: &[&str] = &[
    "平均",
    "首破",
    "已过",
    "最高",
    "最低",
    "普遍",
    "户均",
    "尚余",
    "日均",
    "此次",
    "今次",
    "本次",
    "这次",
    "方面",
    "当中",
    "共",
    "各",
    "则",
    "亦",
    "也",
    "都",
    "均",
    "又",
    "再",
    "还",
    "已",
    "先",
    "就",
    "并",
    "每次",
    "每秒",
    "每小时",
    "单是",
];

/// Periods between an owner and what is measured of it.
pub(super) static PERIODS: &[&str] = &["中期", "末期", "全年", "期内", "年度", "单季", "单月", "合并", "累计"];

/// Declares the set of the words of a table, made at its first use.
macro_rules! word_sets {
    ($($(#[$note:meta])* $name:ident = $rows:ident;)*) => { $(
        $(#[$note])*
        pub(super) fn $name() -> &'static Words<()> {
            static TABLE: OnceBox<Words<()>> = OnceBox::new();
            TABLE.get_or_init(|| {
                let words = $rows.iter().flat_map(|row| row.split(' '));
                Box::new(Words::new(words.map(|word| (word.into(), ()))))
            })
        }
    )* };
}

word_sets! {
    /// The set of [`HEADS`].
    heads = HEADS;
    /// The set of [`NOUN_TAILS`].
    noun_tails = NOUN_TAILS;
    /// The set of [`ATTRIBUTES`].
    attributes = ATTRIBUTES;
    /// The set of [`ACTORS`].
    actors = ACTORS;
    /// The set of [`STATES`].
    states = STATES;
    /// The set of [`CONDITIONS`].
    conditions = CONDITIONS;
    /// The set of [`GENERIC`].
    generic = GENERIC;
    /// The set of [`PERIODS`].
    periods = PERIODS;
}

/// The set of [`TAILS`].
pub(super) fn tails() -> &'static Endings {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(TAILS)))
}

/// The set of [`BEFORE_TIME`].
pub(super) fn before_time() -> &'static Endings {
    static TABLE: OnceBox<Endings> = OnceBox::new();
    TABLE.get_or_init(|| Box::new(Endings::of_rows(BEFORE_TIME)))
}

/// Whether a text begins with what makes a noun of the word before it.
pub(super) fn is_noun_tail(text: &str) -> bool {
    noun_tails().longest(text).is_some()
}

/// True for a noun that no later clause goes on with: 產品, 現場.
pub(super) fn is_generic(subject: &str) -> bool {
    generic().longest(subject).is_some_and(|((), length)| length == subject.len())
}

/// Whether a noun names what is measured, by its end: 滲透率, 均價, 進度.
pub(super) fn is_measure_name(noun: &str) -> bool {
    noun.ends_with(MEASURE_ENDS)
        || ["进度", "指数", "比例", "里程", "面积", "收入", "支出", "库存"].iter().any(|end| noun.ends_with(end))
}

/// The last characters of names of what is measured.
const MEASURE_ENDS: &[char] =
    &['率', '额', '量', '价', '值', '费', '金', '数', '度', '比', '差', '积', '速', '距', '龄', '耗', '长'];
