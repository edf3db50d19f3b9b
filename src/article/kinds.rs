//! The kinds that the model tells apart: of blocks, people, modality, change and relation, with their names in JSON.

use crate::named::named;

/// What a block of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// The title.
    Title,
    /// Time and source.
    Stamp,
    /// Agency, place, date and reporters before the text.
    Dateline,
    /// The heading of a section.
    Heading,
    /// A paragraph.
    Paragraph,
    /// Reporters or editors on a line of their own.
    Byline,
    /// The caption of a picture; it is read like a paragraph.
    Caption,
    /// Furniture of the page.
    Boilerplate(BoilerplateKind),
}

impl BlockKind {
    /// The name in the JSON form: `paragraph`; `boilerplate` for furniture of any kind.
    ///
    /// ```
    /// use wanyi::{Article, BlockKind};
    ///
    /// let article = Article::parse("投入3億元。")?;
    /// assert_eq!(article.blocks().first().map(|block| block.kind.name()), Some("paragraph"));
    /// # Ok::<(), wanyi::ParseError>(())
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Stamp => "stamp",
            Self::Dateline => "dateline",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Byline => "byline",
            Self::Caption => "caption",
            Self::Boilerplate(_) => "boilerplate",
        }
    }
}

named! {
    /// Furniture of the page.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum BoilerplateKind {
        /// The name of the site, breadcrumbs.
        Header = "header",
        /// Share links.
        Share = "share",
        /// The title again.
        RepeatedTitle = "repeated_title",
        /// Licence and copyright.
        Legal = "legal",
        /// Telephone and address.
        Contact = "contact",
        /// Next stories, adverts.
        Recommendation = "recommendation",
        /// Anything else.
        Other = "other",
    }
}

named! {
    /// What somebody named in the article did for it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum PersonRole {
        /// 記者.
        Reporter = "reporter",
        /// 通訊員.
        Correspondent = "correspondent",
        /// 編輯.
        Editor = "editor",
        /// 攝影.
        Photographer = "photographer",
    }
}

named! {
    /// How sure a claim is meant to be.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
    pub enum Modality {
        /// It is so.
        #[default]
        Fact = "fact",
        /// 累計: summed up over time.
        Cumulative = "cumulative",
        /// 將, 擬: it is planned.
        Planned = "planned",
        /// 預計: it is expected.
        Forecast = "forecast",
        /// 力爭, 目標: it is aimed at.
        Target = "target",
        /// 可, 設計: it could be.
        Capacity = "capacity",
        /// 估計: it is guessed from other numbers.
        Estimate = "estimate",
    }
}

named! {
    /// Which way something changed.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Direction {
        /// 增長, 上升.
        Increase = "increase",
        /// 下降, 減少.
        Decrease = "decrease",
        /// 持平.
        None = "none",
    }
}

named! {
    /// What a change is measured against.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum Basis {
        /// 同比, 年增: the same period a year before.
        #[doc(alias("同比", "年增"))]
        Yoy = "yoy",
        /// 月增: the month before.
        #[doc(alias("月增"))]
        Mom = "mom",
        /// 季增: the quarter before.
        #[doc(alias("季增"))]
        Qoq = "qoq",
        /// 環比: the period before.
        #[doc(alias("環比", "环比"))]
        PreviousPeriod = "previous_period",
        /// 較上年末.
        PreviousYearEnd = "previous_year_end",
        /// Anything else: 較1998年.
        Other = "other",
    }
}

named! {
    /// How quantities of a claim belong together.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
    pub enum RelationKind {
        /// 其中: a part of another.
        PartOf = "part_of",
        /// 占…的: a share of another.
        ShareOf = "share_of",
        /// 合計: the sum of others.
        Sum = "sum",
        /// 分別: each of its own head.
        Respectively = "respectively",
    }
}

/// A relation between quantities of one claim, by index into the claim's own list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct QuantityRelation {
    /// How they belong together.
    pub kind: RelationKind,
    /// The quantity.
    pub quantity: u32,
    /// The quantity that it belongs to; `None` where the text names none, or one of another claim.
    pub of: Option<u32>,
    /// The whole that stands in an earlier claim, by its place in [`Article::quantities`](crate::Article::quantities):
    /// 投入3.5億元，其中財政1億元.
    pub whole: Option<u32>,
}
