//! What reads as a time and is none: names, addresses, titles and lengths, seasons of shows and of sport, terms of courts,
//! days of events and feasts that no table knows.

use core::ops::Range;

use super::scan::before;
use super::{Passage, clause_after, clause_before, sentence_after, sentence_before, tail_after};
use crate::any_of::{WordSet, any_of};
use crate::chars::{CharSet, chinese, is_blank, is_digit, is_han, one_of};
use crate::error::{Diagnostic, DiagnosticCode};
use crate::general::{self, Pos};
use crate::grammar::numeral;
use crate::quantity::Role;
use crate::region::Region;
use crate::time::{Calendar, DayName, MonthName, Part, Relation, TimeExpr, TimeKind, YearName};
use crate::unit::Traits;
use crate::vocabulary::{AGES, CUSTODY, LASTING, MANY_YEARS, MEASURED, OUTLETS, SHOWN, SHOWS, SOON_AFTER, SPORTS};

/// The places whose national day is one of the table, and the region whose it is.
const OURS: [(&str, Option<Region>); 8] = [
    ("中国", None),
    ("全国", None),
    ("中华", None),
    ("台湾", Some(Region::Taiwan)),
    ("香港", Some(Region::HongKong)),
    ("澳门", Some(Region::Macau)),
    ("新加坡", Some(Region::Singapore)),
    ("马来西亚", Some(Region::Malaysia)),
];

/// The last characters of titles, after which a name stands.
const TITLE_ENDS: [char; 10] = ['长', '员', '任', '官', '席', '裁', '记', '授', '师', '督'];

/// The last characters of those who act: 被告隔天, 警方翌日.
const AGENTS: CharSet = CharSet::of("员告方人者们他她家司局署团女男子客犯嫌");

/// Whether a clock tells how long a race took: 以2:27:28奪冠.
fn is_race(head: &str, clock: &str) -> bool {
    const RESULTS: &WordSet = any_of!["成绩", "达标", "纪录", "完赛", "冲线", "夺冠"];
    let is_told = || {
        let stem = head.trim_end_matches(['为', '是', '了', '和', '、', '与', '：']);
        let is_joint = stem.len() < head.len();
        is_joint && RESULTS.is_in(sentence_before(head))
    };
    let is_length = clock.len() == "2:27:28".len()
        && clock.matches([':', '：']).count() == 2
        && clock.starts_with(|c: char| c.is_ascii_digit());
    is_length && (head.ends_with(['以', '出', '绩', '名', '军', '时']) || is_told())
}

/// 差距比為|1:10: one to so many.
fn is_ratio(head: &str, text: &str) -> bool {
    const RATIOS: &WordSet =
        any_of!["比", "比为", "比约为", "比是", "比例为", "比例约为", "比例是", "比率为", "比达", "比约", "比例达"];
    text.starts_with("1:") && RATIOS.ends(head.trim_end())
}

/// 黃金周|五日, 黃金周|日均, 節日週|日均, 前|日均: a day that is the end of a week or the beginning of a mean; not 上周日均有雨.
fn is_of_week(head: &str, text: &str, tail: &str) -> bool {
    let goes_on = |rest: &str| !rest.starts_with(|c| one_of!("有为可已未在能将会由是被须获").contains(c));
    let is_mean = tail.strip_prefix('均').is_some_and(goes_on) && (text.ends_with("周日") || text == "前日");
    is_mean || text.starts_with('周') && head.ends_with("黄金") && tail.starts_with(['日', '天'])
}

/// 達產後|年產值, 開通後|日均, 站上|日均: 年 and 日 begin what is made or counted in one; but 開工，後年完工.
fn is_of_rate(head: &str, text: &str, tail: &str) -> bool {
    let counts = tail.starts_with(['均', '产', '销', '客', '处', '接', '供', '发']);
    let rises = || head.ends_with(['站', '攀', '冲', '登', '升', '跃', '追']);
    let is_daily = text == "后日" && counts || text == "上日" && tail.starts_with('均') && rises();
    is_daily
        || matches!(text, "后年" | "后日" | "后年底" | "后年初")
            && head.ends_with(['产', '成', '工', '用', '营', '运', '业', '休', '造', '级', '通', '播', '映'])
            && SOON_AFTER.longest(tail).is_none()
}

impl Passage<'_, '_> {
    /// 13月5日: a day of a month that no year has; where it ends.
    pub(super) fn impossible_day(&mut self, at: usize) -> Option<usize> {
        const LONGEST: usize = 3;
        let is_number = |c: char| is_digit(c) || chinese(c).is_some() || c == '十';
        let part = |from: usize, marks: &[char]| {
            let rest = self.text.get(from..)?;
            let length: usize = rest.chars().take(LONGEST).take_while(|c| is_number(*c)).map(char::len_utf8).sum();
            let mark = rest.get(length..)?.chars().next().filter(|mark| length > 0 && marks.contains(mark))?;
            let (_, number) = numeral::read(self.cursor(from)).ok()?;
            Some((number.plain()?, from + length + mark.len_utf8()))
        };
        let (month, end) = part(at, &['月']).filter(|(month, _)| *month > 12)?;
        let (_, end) = part(end, &['日', '号'])?;
        let span = self.reader.span(self.base + at..self.base + end);
        let message = alloc::format!("no month {month}");
        self.reader.diagnostics.push(Diagnostic::note(DiagnosticCode::InvalidDate, message, span));
        Some(end)
    }

    /// Whether what reads as a time is none: a title, a document, a length, an address, a name.
    pub(super) fn is_no_time(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        // 《明日之後》 is a title
        let titled = head.ends_with('《') && self.char_at(range.end) == Some('》')
            // 〔2023〕14號 is a document
            || head.ends_with(['〕', '］', '】']) && self.text.get(range.clone()).is_some_and(|t| t.ends_with(['号']));
        let is_now = head.ends_with('距') && self.text.get(range.clone()) == Some("今");
        // 時長 1:23:45 is a length
        let text = self.text.get(range.clone()).unwrap_or_default();
        let has_seconds = text.matches([':', '：']).count() == 2;
        let stem = head.trim_end_matches(|c| is_blank(c) || matches!(c, '为' | '是' | '：' | ':'));
        let lasts = expression.start.clock.is_some()
            && matches!(expression.start.part, Part::Day(None, DayName::Last(0)))
            && MEASURED.longest_at_end(stem).is_some_and(|(in_minutes, _)| in_minutes || has_seconds);
        // 連續34年年初 counts years
        let is_small = || matches!(text.chars().take_while(|c| is_digit(*c) || chinese(*c).is_some()).count(), 1..4);
        let counted = expression.kind == TimeKind::Year
            && (head.ends_with(['连', '续']) && is_small() || text.starts_with('年') && head.ends_with('年'));
        let named = expression.kind == TimeKind::Festival && self.is_given_name(range);
        // 21世紀經濟報道 is a newspaper
        let rest = self.text.get(range.start..).unwrap_or_default();
        let outlet = OUTLETS.longest(rest).is_some_and(|(_, length)| length > range.len());
        // 《周末畫報》 is a title, 《2023年報告》 tells its year
        let opened = tail_after(head, 30, |c| matches!(c, '《' | '》' | '。')).len();
        let opened = head.get(..head.len() - opened).is_some_and(|head| head.ends_with('《'));
        let numbered =
            self.text.get(range.clone()).is_some_and(|text| text.contains(|c| is_digit(c) || chinese(c).is_some()));
        // 春節檔 is a season of films, 周末線 a kind of line
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_place = any_of!["国中", "国小", "小学", "中学", "路", "大道", "公园", "医院", "大桥", "村"].begins(tail);
        let is_kind = expression.kind == TimeKind::Festival && (tail.starts_with('档') || is_place)
            || matches!(expression.start.part, Part::Weekend(0)) && tail.starts_with(['线', '版', '刊']);
        // 較平日週末升 is of any
        let is_usual = matches!(expression.start.part, Part::Weekend(0)) && MANY_YEARS.suffix(head).is_some();
        // 投票日前一天
        let is_counted_back = text == "日前" && tail.starts_with(|c| chinese(c).is_some() || is_digit(c));
        // 八點檔 is a slot of the evening
        let is_slot = expression.start.clock.is_some() && text.ends_with('点') && tail.starts_with('档');
        opened && !numbered
            || text == "同期" && any_of!["执行", "服刑"].begins(tail)
            || is_ratio(head, text)
            || is_race(head, text)
            || is_of_rate(head, text, tail)
            || is_of_week(head, text, tail)
            || is_kind
            || is_counted_back
            || is_slot
            || is_usual
            || is_now
            || self.is_person(expression, range)
            || outlet
            || titled
            || lasts
            || counted
            || named
            || self.is_day_of_address(expression, range)
    }

    /// 處長周一鳴表示 is a person.
    fn is_person(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let head = self.text.get(..range.start).unwrap_or_default();
        let rest = self.cursor(range.end);
        let is_weekday = matches!(expression.start.part, Part::Weekday(None, _)) && expression.start.clock.is_none();
        let is_cut = || {
            let word = general::longest_at(rest.rest());
            rest.peek().is_some_and(is_han)
                && word.is_none_or(|word| {
                    word.length == 3 && !matches!(word.pos, Pos::Adverb | Pos::Preposition | Pos::Verb)
                })
        };
        let says =
            || general::longest_at(rest.advance().rest()).is_some_and(|word| word.pos == Pos::Verb && word.length > 3);
        let is_named = range.len() == 6 && self.text.get(range.start..).is_some_and(|text| text.starts_with('周'));
        is_weekday && is_named && head.ends_with(TITLE_ENDS) && is_cut() && says()
    }

    /// 李國慶 is a person.
    fn is_given_name(&self, range: &Range<usize>) -> bool {
        const SURNAMES: CharSet =
            CharSet::of("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓韩冯曹彭曾肖田董潘袁蔡蒋余叶程苏魏吕丁");
        const NAMES: &str = "国庆 元宵 立春 立夏 立秋 立冬 清明 春分 秋分 小满 白露 冬至 夏至 重阳";
        let name = self.text.get(range.clone()).is_some_and(|text| NAMES.split(' ').any(|name| name == text));
        let goes_on = self.char_at(range.end).is_some_and(|c| one_of!("节日连长期假档前后中黄周游出晚当").contains(c));
        name && !goes_on && before(self.text, range.start).is_some_and(|c| SURNAMES.contains(c))
    }

    /// 人民路18號, 國道5號: a house or a road.
    fn is_day_of_address(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let numbered = self.text.get(range.clone()).is_some_and(|text| text.contains(['号']) && !text.contains('月'));
        numbered
            && matches!(expression.start.part, Part::Day(None, _))
            && before(self.text, range.start)
                .is_some_and(|c| one_of!("路街道巷弄段楼线村里园厦座机站铁门城院区").contains(c))
    }

    /// 法國國慶日, 東正教聖誕節: feasts of another country or church than those of the table.
    pub(super) fn is_foreign(&self, expression: &TimeExpr, head: &str) -> bool {
        if expression.kind != TimeKind::Festival || expression.start.year.is_some() {
            return false;
        }
        let churches = ["东正教", "科普特", "俄历", "正教会"];
        let national = matches!(expression.start.part, Part::Feast(feast, _) if feast.is_national());
        let place = |length: usize| {
            let from = head.char_indices().rev().nth(length - 1).map(|(at, _)| at);
            let word = from
                .and_then(|at| head.get(at..))
                .filter(|word| general::get(word).is_some_and(|w| w.pos == Pos::Place));
            // 新加坡國慶日 in a paper of Malaysia
            let region = self.reader.anchor.region;
            word.is_some_and(|word| !OURS.iter().any(|(name, of)| *name == word && (of.is_none() || *of == region)))
        };
        churches.iter().any(|church| head.ends_with(church)) || national && (2..=4).any(place)
    }

    /// 開幕次日: a day counted from an event whose day nobody told.
    pub(super) fn is_after_event(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let counts = matches!(expression.start.part, Part::Day(None, DayName::Last(offset)) if offset != 0);
        let told = self.last_time.is_some_and(|last| last.end == range.start);
        let text = self.text.get(range.clone()).unwrap_or_default();
        let last = before(self.text, range.start);
        // 投票至1日止，開幕當天: of the event, not of the last day told
        let is_that_day = matches!(expression.start.part, Part::Day(None, DayName::Last(0)));
        let is_other = || self.last_time.is_some_and(|last| !last.is_told && last.point.clock.is_none());
        let counts = counts || is_that_day && text.ends_with('天') && expression.start.clock.is_none() && is_other();
        // 記者節當天: of a day that no table knows; 案發當天 of one that nobody told
        let is_feast = || last.is_some_and(|c| matches!(c, '节' | '日' | '一' | '年' | '八'));
        let is_untold = is_that_day && text.starts_with('当') && self.reader.anchor.last_day.is_none();
        let is_unknown = is_that_day && text.starts_with('当') && is_feast();
        // 收假日下午3時: a clock of a day that nobody told
        let is_of_noun = is_that_day && expression.start.clock.is_some() && matches!(last, Some('日' | '天' | '节'));
        // 618當天, “五四”當日
        let is_quoted =
            is_that_day && text.starts_with('当') && last.is_some_and(|c| is_digit(c) || matches!(c, '”' | '」'));
        if is_quoted && !told {
            return true;
        }
        let counts = counts || is_unknown || is_of_noun;
        // 隔週三: of the week after the one that was told
        let is_week_after =
            matches!(expression.start.part, Part::Weekday(None, _)) && matches!(last, Some('隔' | '翌'));
        // at the head of a bulletin 當天 is the day of the bulletin
        is_week_after
            || is_untold && !told && last.is_some_and(is_han)
            || counts
                && !told
                && !last.is_some_and(|c| AGENTS.contains(c))
                && last.is_some_and(|c| is_han(c) && !one_of!("在于的了而但并则且是至到比较和与及从自将").contains(c))
    }

    /// 本季全壘打王, 上季英超: a season of sport, not a quarter.
    pub(super) fn is_of_sport(&self, expression: &TimeExpr, range: &Range<usize>) -> bool {
        let word = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        matches!(expression.start.part, Part::QuarterOffset(_))
            && !word.contains('度')
            && (SPORTS.is_in(sentence_before(head)) || SPORTS.is_in(sentence_after(tail)))
    }

    /// 動畫第四季定檔: the season of a show, not a quarter.
    pub(super) fn is_season(&self, expression: &TimeExpr, range: Range<usize>) -> bool {
        let is_quarter = matches!(expression.start.part, Part::Quarter(_)) && expression.start.year.is_none();
        let text = self.text.get(range.clone()).unwrap_or_default();
        let head = self.text.get(..range.start).unwrap_or_default();
        let tail = self.text.get(range.end..).unwrap_or_default();
        let shown = || SHOWS.suffix(head).is_some() || SHOWN.longest(tail).is_some();
        let is_counted = head.ends_with("连续") || head.ends_with('连');
        is_quarter
            && text.starts_with('第')
            && (is_counted || text.ends_with('季') && (head.ends_with('》') || shown()))
    }

    /// 連續三日上午9時, 10年|同期執行, 啟用頭3個月: a length that no words after it make a time of.
    fn is_plain_length(&self, expression: &TimeExpr, head: &str, Range { start, end }: Range<usize>) -> bool {
        let first = self.char_at(start).unwrap_or_default();
        match expression.start.part {
            // 兩 is no number of a day
            Part::Day(None, DayName::Number(_)) => {
                first == '两' || expression.start.clock.is_some() && SPANS.ends(head)
            }
            Part::SamePeriod => {
                first != '同' && self.text.get(end..).is_some_and(|tail| any_of!["执行", "服刑"].begins(tail))
            }
            Part::Months(1, _) => {
                let is_bare = expression.end.is_none() && expression.start.year.is_none();
                is_bare && (first == '前' && is_event(head) || matches!(first, '前' | '头' | '首') && is_begun(head))
            }
            _ => false,
        }
    }

    /// 連續5日, 拘留15日, 有期徒刑3年6月: the words before a day or month make a duration of it.
    pub(super) fn is_duration(&self, expression: &TimeExpr, Range { start, end }: Range<usize>) -> bool {
        // 連假5日收假, 審訊20日展開
        const STARTS: &WordSet = any_of!["收假", "展开", "开始", "开审", "继续", "恢复"];
        let head = self.text.get(..start).unwrap_or_default();
        let bare = expression.end.is_none() && expression.start.clock.is_none();
        if self.is_plain_length(expression, head, start..end) {
            return true;
        }
        match expression.start.part {
            Part::Day(None, DayName::Number(days)) if bare => {
                let head = head.trim_end_matches(is_blank);
                // 長假3日起
                let tail = self.text.get(end..).unwrap_or_default();
                let is_day = || expression.relation == Relation::Since || STARTS.begins(tail);
                let is_span = || SPANS.ends(head);
                // 三日合計
                days < 10 && any_of!["合计", "合共", "总共", "共计"].begins(tail)
                    || (LASTING.suffix(head).is_some_and(|word| !is_torn(head, word)) && (is_span() || !is_day()))
                    || expression.relation == Relation::After
                    || head.ends_with(['首', '头']) && !general::ends_in_word(head)
                    || is_of_term(tail)
                    || is_run(head)
                    || self.is_of_every_week(start)
                    || days < 10 && self.is_after_feast(start)
                    || changes_to_days(tail)
                    || head.ends_with(['由', '从']) && becomes_days(tail)
                    || self.changes_from_days(head)
                    || days < 10 && self.is_of_holiday(end)
                    || is_of_average(tail)
                    || is_around_event(head, tail)
            }
            // 感染後3至7日
            Part::Day(None, DayName::Number(_)) => self.is_span_of_days(expression, start..end),
            // 過去三季度, 連續兩季度
            Part::Quarter(_) if bare && expression.start.year.is_none() => {
                let is_named =
                    self.text.get(start..end).is_some_and(|word| word.starts_with(['第', '首', '末', '次', 'Q', '本']));
                !is_named && any_of!["连续", "过去", "未来", "最近", "连"].ends(head) && !head.ends_with("大连")
            }
            // 距今約2100年, 長達1200年
            Part::Year if bare => {
                let stem = head.trim_end_matches(['约', '大', '有', '已', '近', '逾', '超', '过', '了', ' ']);
                let is_far = |year: i32| !(1900..2100).contains(&year);
                let year = expression.start.year;
                let tail = self.text.get(end..).unwrap_or_default();
                // 屋齡110年, 走過112年
                let is_length =
                    || stem.ends_with(['龄', '刑', '距']) || any_of!["走过", "历经", "长达", "飘香"].ends(stem);
                is_age(expression, stem, tail)
                    || expression.calendar == Calendar::Minguo && (is_length() || LASTING.suffix(stem).is_some())
                    || stem.ends_with("距今")
                    || LASTING.suffix(stem).is_some()
                        && matches!(year, Some(YearName::Number(n)) if is_far(n) || stem.ends_with(['达', '隔', '时']))
            }
            _ => false,
        }
    }

    /// 感染後3至7日, 需時5至7日, 3至5日內: so many days, from one number to another; 會議後7日至10日 are days of a month.
    fn is_span_of_days(&self, expression: &TimeExpr, range: Range<usize>) -> bool {
        let ends = expression.end.is_some_and(|end| matches!(end.part, Part::Day(None, DayName::Number(_))));
        let word = self.text.get(range.clone()).unwrap_or_default();
        let is_told_once = word.matches('日').count() == 1 && expression.start.clock.is_none();
        let head = self.text.get(..range.start).unwrap_or_default().trim_end_matches(is_blank);
        let tail = self.text.get(range.end..).unwrap_or_default();
        let is_after = head.ends_with('后') && self.last_time.is_none_or(|last| last.end != range.start);
        let lasts = LASTING.suffix(head).is_some_and(|word| !is_torn(head, word))
            || any_of![
                "约", "需", "需时", "每隔", "为期", "大约", "约需", "一般", "通常", "平均", "普遍", "多为", "需要"
            ]
            .ends(head);
        let is_within = any_of!["内", "以内", "左右", "不等", "才", "即可", "的时间"].begins(tail);
        ends && is_told_once && (is_after || lasts || is_within)
    }

    /// The other end of such a change: 28日拖長至|76日.
    fn changes_from_days(&self, head: &str) -> bool {
        let stem = BECAME.strip_suffix(head);
        let last = self.reader.quantities.last();
        stem.zip(last).is_some_and(|(stem, last)| {
            let is_days = last.item.unit.as_ref().is_some_and(|unit| unit.is(Traits::DAY));
            is_days && last.text.end as usize == self.base + stem.len()
        })
    }

    /// 農曆新年8日訪澳: so many days of a feast.
    fn is_after_feast(&self, start: usize) -> bool {
        self.last_time.is_some_and(|last| last.end == start && matches!(last.point.part, Part::Feast(..)))
    }

    /// 每周返4日: so many days of every one.
    fn is_of_every_week(&self, start: usize) -> bool {
        const FEW: usize = 4;
        let set = self.reader.times.last().filter(|last| last.item.kind == TimeKind::Set);
        let end = set.and_then(|last| (last.text.end as usize).checked_sub(self.base));
        let between = end.and_then(|end| self.text.get(end..start));
        between.is_some_and(|between| between.chars().count() <= FEW && between.chars().all(is_han))
    }

    /// 端午3日假期: so many days of a holiday.
    fn is_of_holiday(&self, end: usize) -> bool {
        let tail = self.text.get(end..).unwrap_or_default();
        ["的", ""].iter().any(|of| {
            tail.strip_prefix(of).is_some_and(|tail| any_of!["假期", "长假", "连假", "小长假", "长周末"].begins(tail))
        })
    }

    /// 徒刑8月, 3年6月: the months of a sentence of a court.
    pub(super) fn is_term(&self, expression: &TimeExpr, start: usize) -> bool {
        let month =
            matches!(expression.start.part, Part::Month(MonthName::Number(_))) && expression.start.year.is_none();
        if !month || expression.end.is_some() {
            return false;
        }
        let head = self.text.get(..start).unwrap_or_default();
        // 9月大女嬰
        let age = self.text.get(start..).and_then(|rest| rest.split_once('月')?.1.strip_prefix('大'));
        // 女嬰6月大遭保母摔傷
        let is_child = head.ends_with(['婴', '孩', '童', '宝', '儿']);
        if age.is_some_and(|of| is_child || of.starts_with(['婴', '男', '女', '的', '宝', '幼'])) {
            return true;
        }
        // 3年8月: months after years that last
        let place = self.base + start;
        let lasts = self.reader.quantities.last().is_some_and(|last| {
            last.text.end as usize == place
                && last.item.role != Role::Ordinal
                && last.item.unit.as_ref().is_some_and(|unit| unit.symbol() == "年")
        });
        if expression.relation == Relation::On && lasts {
            return true;
        }
        // 限制住居8月, 延押2月
        let is_judged = head.ends_with("应执行") || head.ends_with('判') && !general::ends_in_word(head);
        if expression.relation == Relation::On && (is_judged || CUSTODY.suffix(head).is_some()) {
            return true;
        }
        // 近兩月, 過去3月
        if any_of!["近", "过去", "最近", "未来"].ends(head) && !head.ends_with("将近") {
            return true;
        }
        // 連續8月正成長
        if head.ends_with('连') && !head.ends_with("大连") || head.ends_with("连续") {
            return true;
        }
        let clause = clause_before(head);
        let said = any_of!["徒刑", "判刑", "刑期", "拘役"].is_in(clause);
        // 處2年4月徒刑, 判3年6月定讞; 處6月以上5年以下有期徒刑
        let after = self.text.get(start..).and_then(|rest| Some(rest.split_once('月')?.1)).unwrap_or_default();
        let sentence = any_of!["徒刑", "有期徒刑", "定谳"].begins(after)
            || head.ends_with('处') && any_of!["以上", "以下"].begins(after);
        let after_years = head.ends_with('年') && clause.contains(['判', '处', '刑', '囚']);
        said || sentence || after_years
    }
}

/// What tells that days follow each other.
pub(super) const SPANS: &WordSet = any_of!["一连", "连续", "为期"];

/// Whether a word of one character is the end of another: the 共 of 中共.
fn is_torn(head: &str, word: &str) -> bool {
    word.chars().nth(1).is_none() && general::ends_in_word(head)
}

/// 7日包退, 14日冷靜期, 5日4夜: so many days of a right, of a term or of a journey.
fn is_of_term(tail: &str) -> bool {
    const TERMS: &WordSet = any_of![
        "包退",
        "包换",
        "无理由",
        "免签",
        "冷静期",
        "鉴赏期",
        "观察期",
        "通知期",
        "公示期",
        "犹豫期",
        "试用期",
        "宽限期",
        "潜伏期",
        "隔离期",
        "用水",
        "食水",
        "粮食",
        "口粮",
        "干粮",
        "药物",
        "衣物",
        "饭餸",
        "工资",
        "用量",
        "套票",
        "通票",
        "通行证",
        "行程",
    ];
    let nights = tail.trim_start_matches(|c| is_digit(c) || chinese(c).is_some());
    let is_journey = nights.len() < tail.len() && nights.starts_with(['夜', '晚']);
    is_journey || TERMS.begins(tail)
}

/// 節前5日, 上市前3日, 手術後7日拆線: so many days before or after an event; 節後10日開學 may be a day, 目前5日 is one.
fn is_around_event(head: &str, tail: &str) -> bool {
    ends_with_event(head) && SOON_AFTER.longest(tail).is_none()
}

/// Whether a text ends with 前 or 後 of an event.
pub(super) fn ends_with_event(head: &str) -> bool {
    const NOW: &WordSet = any_of![
        "目前", "日前", "先前", "早前", "眼前", "当前", "此前", "然后", "随后", "其后", "此后", "今后", "最后", "稍后",
        "前后"
    ];
    let stem = head.strip_suffix(['前', '后']).unwrap_or_default();
    let is_event = stem.chars().next_back().is_some_and(|c| is_han(c) && !one_of!("日月年时点号周天").contains(c));
    is_event && !NOW.ends(head)
}

/// Whether a text ends with an event or a day that somebody has to give notice before: 退休, 期滿, 預產期.
fn is_event(head: &str) -> bool {
    any_of![
        "退休", "上市", "出国", "期满", "届满", "到期", "离职", "结婚", "开学", "投产", "开业", "入学", "毕业", "分娩",
        "手术", "考试", "比赛", "投票", "选举", "大选", "开幕", "登记", "怀孕", "去世", "入职", "搬迁", "移民", "出狱",
        "出发", "出院", "上任", "卸任", "任满", "到任", "时间", "日期", "产期", "期限", "满", "之",
    ]
    .ends(head)
}

/// Whether a text ends with what began, of which the first months are told: 啟用, 上任, 投產後.
pub(super) fn is_begun(head: &str) -> bool {
    let stem = head.strip_suffix('后').unwrap_or(head);
    any_of!["启用", "开通", "开业", "上任", "入职", "运行", "投产", "投用", "运营", "上线", "上市", "实施"].ends(stem)
}

/// 14日RSI: so many days of an average of prices.
fn is_of_average(tail: &str) -> bool {
    any_of!["RSI", "SMA", "EMA", "MA", "KD"].begins(tail)
}

/// What tells that a length became another.
const BECAME: &WordSet =
    any_of!["拖长至", "延长至", "延长到", "缩短至", "缩短到", "缩减至", "压缩至", "缩至", "增至", "减至"];

/// 28日拖長至76日: so many days became so many.
fn changes_to_days(tail: &str) -> bool {
    let days = BECAME.strip_prefix(tail).unwrap_or_default();
    let unit = days.trim_start_matches(|c| is_digit(c) || chinese(c).is_some() || c == '十');
    unit.len() < days.len() && unit.starts_with(['日', '天'])
}

/// 年假由6日起遞增至最多12日: what follows in the clause is what became of so many days.
fn becomes_days(tail: &str) -> bool {
    let clause = clause_after(tail);
    let end = clause.find(['至', '到']).filter(|at| {
        let head = clause.get(..*at).unwrap_or_default();
        head.ends_with(['增', '减', '加', '升', '长', '高', '低', '少', '短'])
    });
    let became = end.and_then(|at| clause.get(at + '至'.len_utf8()..)).unwrap_or_default();
    let days = any_of!["最多", "最长", "约", "最高"].strip_prefix(became).unwrap_or(became);
    let unit = days.trim_start_matches(|c| is_digit(c) || chinese(c).is_some() || c == '十');
    unit.len() < days.len() && unit.starts_with(['日', '天'])
}

/// 連凍9日: 連 with a verb makes a length of the days.
fn is_run(head: &str) -> bool {
    let Some(verb) = head.chars().next_back() else { return false };
    let before = head.get(..head.len() - verb.len_utf8()).unwrap_or_default();
    let is_place = || before.ends_with("大连") || before.ends_with("接连");
    before.ends_with('连')
        && !is_place()
        && general::longest_at(head.get(before.len()..).unwrap_or_default())
            .is_some_and(|word| matches!(word.pos, Pos::Verb | Pos::Adjective))
}

/// Whether a number before 年 tells how old something is: 1200年歷史, 逾1500年樹齡, 一棵1200年的古樹, 1300年前的唐代. A year that a
/// story is told of stands before what is old as well, but with 的 at most before its history: 1998年的古城.
fn is_age(expression: &TimeExpr, stem: &str, tail: &str) -> bool {
    let Some(YearName::Number(year)) = expression.start.year else { return false };
    let is_far = !(1800..2100).contains(&year);
    let is_before = expression.relation == Relation::Before;
    let rest = tail.strip_prefix("以上").or_else(|| tail.strip_prefix("左右")).unwrap_or(tail);
    let rest = rest.strip_prefix('的').or_else(|| rest.strip_prefix("悠久")).unwrap_or(rest);
    let is_aged = AGES.longest(rest).is_some_and(|(is_always, length)| {
        let ends = || rest.get(length..).unwrap_or_default().chars().next().is_none_or(|c| c == '的' || !is_han(c));
        is_far || is_before || is_always && ends()
    });
    let is_ago = is_far && year % 100 == 0 && (is_before || expression.relation == Relation::Since);
    !stem.ends_with(['元', '历']) && (is_aged || is_ago)
}
