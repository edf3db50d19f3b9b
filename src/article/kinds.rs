//! The kinds that the model tells apart: of blocks, people, modality, change and relation, with their names in JSON.

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

/// Furniture of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BoilerplateKind {
    /// The name of the site, breadcrumbs.
    Header,
    /// Share links.
    Share,
    /// The title again.
    RepeatedTitle,
    /// Licence and copyright.
    Legal,
    /// Telephone and address.
    Contact,
    /// Next stories, adverts.
    Recommendation,
    /// Anything else.
    Other,
}

impl BoilerplateKind {
    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Share => "share",
            Self::RepeatedTitle => "repeated_title",
            Self::Legal => "legal",
            Self::Contact => "contact",
            Self::Recommendation => "recommendation",
            Self::Other => "other",
        }
    }

    pub(crate) const ALL: [Self; 7] =
        [Self::Header, Self::Share, Self::RepeatedTitle, Self::Legal, Self::Contact, Self::Recommendation, Self::Other];
}

/// What somebody named in the article did for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PersonRole {
    /// 記者.
    Reporter,
    /// 通訊員.
    Correspondent,
    /// 編輯.
    Editor,
    /// 攝影.
    Photographer,
}

impl PersonRole {
    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reporter => "reporter",
            Self::Correspondent => "correspondent",
            Self::Editor => "editor",
            Self::Photographer => "photographer",
        }
    }

    pub(crate) const ALL: [Self; 4] = [Self::Reporter, Self::Correspondent, Self::Editor, Self::Photographer];
}

/// How sure a claim is meant to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Modality {
    /// It is so.
    #[default]
    Fact,
    /// 累計: summed up over time.
    Cumulative,
    /// 將, 擬: it is planned.
    Planned,
    /// 預計: it is expected.
    Forecast,
    /// 力爭, 目標: it is aimed at.
    Target,
    /// 可, 設計: it could be.
    Capacity,
}

impl Modality {
    pub(crate) const ALL: [Self; 6] =
        [Self::Fact, Self::Cumulative, Self::Planned, Self::Forecast, Self::Target, Self::Capacity];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Fact => "fact",
            Self::Cumulative => "cumulative",
            Self::Planned => "planned",
            Self::Forecast => "forecast",
            Self::Target => "target",
            Self::Capacity => "capacity",
        }
    }
}

/// Which way something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Direction {
    /// 增長, 上升.
    Increase,
    /// 下降, 減少.
    Decrease,
    /// 持平.
    None,
}

impl Direction {
    pub(crate) const ALL: [Self; 3] = [Self::Increase, Self::Decrease, Self::None];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Increase => "increase",
            Self::Decrease => "decrease",
            Self::None => "none",
        }
    }
}

/// What a change is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Basis {
    /// 同比, 年增: the same period a year before.
    Yoy,
    /// 月增: the month before.
    Mom,
    /// 季增: the quarter before.
    Qoq,
    /// 環比: the period before.
    PreviousPeriod,
    /// 較上年末.
    PreviousYearEnd,
    /// Anything else: 較1998年.
    Other,
}

impl Basis {
    pub(crate) const ALL: [Self; 6] =
        [Self::Yoy, Self::Mom, Self::Qoq, Self::PreviousPeriod, Self::PreviousYearEnd, Self::Other];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yoy => "yoy",
            Self::Mom => "mom",
            Self::Qoq => "qoq",
            Self::PreviousPeriod => "previous_period",
            Self::PreviousYearEnd => "previous_year_end",
            Self::Other => "other",
        }
    }
}

/// How quantities of a claim belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RelationKind {
    /// 其中: a part of another.
    PartOf,
    /// 占…的: a share of another.
    ShareOf,
    /// 合計: the sum of others.
    Sum,
    /// 分別: each of its own head.
    Respectively,
}

impl RelationKind {
    pub(crate) const ALL: [Self; 4] = [Self::PartOf, Self::ShareOf, Self::Sum, Self::Respectively];

    /// The name in the JSON form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PartOf => "part_of",
            Self::ShareOf => "share_of",
            Self::Sum => "sum",
            Self::Respectively => "respectively",
        }
    }
}

/// A relation between quantities of one claim, by index into the claim's own list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct QuantityRelation {
    /// How they belong together.
    pub kind: RelationKind,
    /// The quantity.
    pub quantity: u32,
    /// The quantity that it belongs to; `None` where the text names none.
    pub of: Option<u32>,
}
