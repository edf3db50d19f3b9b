//! Names and what their bearers did: `记者 张三、李四 通讯员 王五`, `【編輯:王小明】`, `〔記者王小明／台北報導〕`.
//!
//! A credit is a role word and the names after it. Imports [`super::text`], [`super::tables`] and
//! [`super::outlets`]; read [`super::stamp`] next.
//!
//! - [`names`]: what is a name, and lists of them;
//! - [`signers`]: the outlet or desk before a role word;
//! - [`credits`]: role words and the names after them;
//! - [`bylines`]: lines that credit people and do nothing else.

mod bylines;
mod credits;
mod names;
mod signers;

use alloc::vec::Vec;

use super::PersonRole;
pub(super) use bylines::{BULLETS, byline, done_by, reports};
pub(super) use credits::{credits, photographers};
pub(super) use names::{
    announced_names, bare_names, is_place, is_told, is_word, latin_name, lone_names, may_be_name, names, names_alone,
    names_then_place, signed, without_noise,
};
pub(super) use signers::{is_unsigned, outlet_of, with_desk};

/// A person as the text names him, and what he did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Credit<'a> {
    /// The name.
    pub(super) name: &'a str,
    /// What he did.
    pub(super) role: PersonRole,
}

/// Reporters of those names.
pub(super) fn as_reporters(names: Vec<&str>) -> Vec<Credit<'_>> {
    names.into_iter().map(|name| Credit { name, role: PersonRole::Reporter }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(s: &str) -> Vec<(&str, PersonRole)> {
        byline(s).unwrap_or_default().into_iter().map(|person| (person.name, person.role)).collect()
    }

    use PersonRole::{Correspondent, Editor, Photographer, Reporter};

    #[test]
    fn bylines_of_the_press() {
        let table: &[(&str, &[(&str, PersonRole)])] = &[
            ("记者︰王小明", &[("王小明", Reporter)]),
            ("编辑：李大同", &[("李大同", Editor)]),
            ("责任编辑： 周平", &[("周平", Editor)]),
            ("【编辑:赵家宝】", &[("赵家宝", Editor)]),
            ("（责编：张三丰、李四海）", &[("张三丰", Editor), ("李四海", Editor)]),
            ("[责任编辑：张三丰]", &[("张三丰", Editor)]),
            ("本报记者 张三丰", &[("张三丰", Reporter)]),
            ("新华社记者张三丰、李四海", &[("张三丰", Reporter), ("李四海", Reporter)]),
            ("(记者 孙一凡)", &[("孙一凡", Reporter)]),
            ("记者 王一一 通讯员 陈二二", &[("王一一", Reporter), ("陈二二", Correspondent)]),
            ("编辑 张三丰 校对 李四海", &[("张三丰", Editor)]),
            ("校对：李四海", &[]),
            ("摄影：林大为", &[("林大为", Photographer)]),
            (
                "记者林若川 通讯员王明远 摄影赵知秋",
                &[("林若川", Reporter), ("王明远", Correspondent), ("赵知秋", Photographer)],
            ),
            ("文／欧阳小明 图／林大为", &[("欧阳小明", Reporter), ("林大为", Photographer)]),
            ("记者：王小明编辑：李大同", &[("王小明", Reporter), ("李大同", Editor)]),
            ("（编辑：李大同）1100405", &[("李大同", Editor)]),
            ("责编：买买提·艾力", &[("买买提·艾力", Editor)]),
            ("记者：John Tan", &[("John Tan", Reporter)]),
            ("记者 王 强", &[("王 强", Reporter)]),
            ("中青报·中青网记者 张三丰", &[("张三丰", Reporter)]),
            ("王一一 报道", &[("王一一", Reporter)]),
            ("记者王小明／柳江报导", &[("王小明", Reporter)]),
            ("界面新闻记者 | 张三丰", &[("张三丰", Reporter)]),
        ];
        for (line, expected) in table {
            assert!(byline(line).is_some(), "{line}");
            assert_eq!(read(line), *expected, "{line}");
        }
    }

    #[test]
    fn what_only_looks_like_a_byline() {
        for line in [
            "编辑推荐",
            "记者手记",
            "记者从有关部门获悉，今年增长三成。",
            "作者简介",
            "摄影展开幕",
            "文化中心落成",
            "图书馆延长开放",
            "编辑部搬迁启事",
        ] {
            assert_eq!(byline(line), None, "{line}");
        }
    }

    #[test]
    fn names_are_parted_from_places() {
        assert_eq!(names_then_place("王小明台北"), Some((Vec::from(["王小明"]), Some("台北"))));
        assert_eq!(names_then_place("王小明、李大同新德里"), Some((Vec::from(["王小明", "李大同"]), Some("新德里"))));
        assert_eq!(names_then_place("王小明／屏东"), Some((Vec::from(["王小明"]), Some("屏东"))));
        assert_eq!(names_then_place("王小明／综合"), Some((Vec::from(["王小明"]), None)));
        assert_eq!(names_then_place("王明台北"), Some((Vec::from(["王明"]), Some("台北"))));
        assert_eq!(names_then_place("王小明无名乡"), Some((Vec::from(["王小明"]), Some("无名乡"))));
        assert_eq!(names_then_place("王小明 北京"), Some((Vec::from(["王小明"]), Some("北京"))));
        assert_eq!(names_then_place("王小明"), Some((Vec::from(["王小明"]), None)));
        assert_eq!(names_then_place("2021"), None);
    }

    #[test]
    fn photographers_stand_before_their_verb() {
        let names = |s| photographers(s).into_iter().map(|person| person.name).collect::<Vec<_>>();
        assert_eq!(names("资料图：市民出行。中新社记者 张三丰 摄"), ["张三丰"]);
        assert_eq!(names("医护人员离开。（林大为摄）"), ["林大为"]);
        assert_eq!(names("大桥全长三公里。记者王小明／摄影"), ["王小明"]);
        assert_eq!(names("市场一角。"), Vec::<&str>::new());
    }
}
