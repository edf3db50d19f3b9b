// The classes of words; read by the build script. A class is a table of its own, whose type says what its words mean.

/// A class of words.
struct Class {
    /// Its name in the rows.
    name: &'static str,
    /// The name of its table.
    table: &'static str,
    /// The type of what its words mean.
    meaning: &'static str,
    /// What the meanings in the rows are spelled with.
    scope: &'static str,
    /// Whether words are looked for at the end of a text.
    ends: Ends,
}

/// Whether a class has a table by the ends of its words.
#[derive(PartialEq)]
enum Ends {
    /// Its words begin a text.
    Never,
    /// Its words end a text.
    Only,
    /// Both are asked.
    Too,
}

/// A class of words that mean no more than their class.
const fn set(name: &'static str, table: &'static str, ends: Ends) -> Class {
    Class { name, table, meaning: "()", scope: "", ends }
}

/// A class of words that each mean something.
const fn map(name: &'static str, table: &'static str, meaning: &'static str, scope: &'static str) -> Class {
    Class { name, table, meaning, scope, ends: Ends::Never }
}

/// A class of the parts that other words are made of, without a table of its own.
const fn part(name: &'static str) -> Class {
    set(name, "", Ends::Never)
}

use Ends::{Never, Only, Too};

const CLASSES: &[Class] = &[
    // what limits a number
    Class { ends: Too, ..map("before", "BEFORE", "Approx", "use crate::quantity::Approx::{self, *};") },
    Class { ends: Too, ..map("before_scale", "BEFORE_SCALE", "Approx", "use crate::quantity::Approx::{self, *};") },
    map("after", "AFTER", "Approx", "use crate::quantity::Approx::{self, *};"),
    map("afar", "AFAR", "(Approx, usize)", "use crate::quantity::Approx::{self, *};"),
    set("negation", "NEGATIONS", Too),
    // whether 至 after the number leads to what became of it
    Class { ends: Only, ..map("changes_by", "CHANGES_BY", "bool", "") },
    set("code", "CODES", Only),
    set("net", "NET", Never),
    map("counted", "COUNTED", "bool", ""),
    // what a score is told with; whether a time of day is as well
    map("won", "WON", "bool", ""),
    set("reached", "REACHED", Only),
    // lines of buses, and what is behind a door, after the numbers that they bear
    set("bus", "BUSES", Never),
    set("flat", "FLATS", Never),
    set("priced", "PRICED", Only),
    // times
    map("time", "TIMES", "Word", "use crate::grammar::time::words::Word::{self, *};\nuse crate::time::{DayName, Edge, Feast, FeastRule as Rule, MonthName, Part, Step, TimeKind, YearName};"),
    // verbs of change for the better, and measures that are better where they are less
    set("betters", "BETTERS", Never),
    set("less_is_better", "LESS_IS_BETTER", Never),
    // what before a time bounds it: 不晚於9月30日
    Class { ends: Only, ..map("bounds_time", "BOUNDS_TIME", "(Relation, bool)", "use crate::time::Relation::{self, *};") },
    // what after a feast says that it is to come
    set("approaches", "APPROACHES", Never),
    map("relation", "RELATIONS", "(Relation, bool)", "use crate::time::Relation::{self, *};"),
    map("hours", "HOURS", "Hours", "use crate::grammar::time::words::Hours::{self, *};"),
    Class { ends: Only, ..map("reach", "REACHES", "Reach", "use crate::grammar::time::words::Reach::{self, *};") },
    set("compared", "COMPARED", Too),
    set("many_years", "MANY_YEARS", Too),
    // what a number of years before it tells the age of; whether no calendar year stands before it
    map("age", "AGES", "bool", ""),
    // what tells that hours are those of every such day
    set("opening", "OPENING", Too),
    set("record", "RECORDS", Never),
    set("sport", "SPORTS", Never),
    Class { ends: Only, ..map("measured", "MEASURED", "bool", "") },
    set("lasting", "LASTING", Only),
    map("ahead", "AHEAD", "bool", ""),
    // whether it is so however far that day lies
    map("ahead_after", "AHEAD_AFTER", "bool", ""),
    // what is as often near as past, in the same year; whether a weekday before it is the coming one
    map("soon_after", "SOON_AFTER", "bool", ""),
    // what statisticians do before the figures of a period are final
    set("estimate", "ESTIMATES", Never),
    // what companies do with the profit of a year that is over
    set("pays", "PAYS", Never),
    // what courts and offices order for so many months: 羈押2月
    set("custody", "CUSTODY", Only),
    // what tells since when somebody is what he is
    set("origin", "ORIGINS", Never),
    // what is told of a period that is over
    set("figure", "FIGURES", Never),
    // what a year before it names and does not date
    set("document", "DOCUMENTS", Never),
    set("told", "TOLD", Never),
    // what somebody did when he only spoke
    set("spoke", "SPOKE", Never),
    set("publishes", "PUBLISHES", Too),
    set("weather", "WEATHER", Never),
    set("material", "MATERIALS", Only),
    set("show", "SHOWS", Only),
    set("shown", "SHOWN", Never),
    // words that are no number, unit or cue, though they hold one
    set("ordinary", "ORDINARY", Never),
    set("number", "NUMBERS", Never),
    // claims
    map("cue", "OWN_CUES", "Cue", "use crate::article::{Basis, Direction, Modality::{self, *}};\nuse crate::claims::words::Cue::{self, *};"),
    Class { ends: Only, ..map("change_by_number", "CHANGES_BY_NUMBER", "Direction", "use crate::article::Direction::{self, *};") },
    // how something moves, and which way: 飙|升; the verbs of change are made of both
    part("manner"),
    part("moved"),
    set("adjusts", "ADJUSTS", Only),
    set("head", "HEADS", Never),
    set("noun_tail", "NOUN_TAILS", Never),
    set("source_tail", "SOURCE_TAILS", Only),
    set("condition", "CONDITIONS", Never),
    set("actor", "ACTORS", Never),
    set("state", "STATES", Never),
    set("generic", "GENERIC", Never),
    set("attribute", "ATTRIBUTES", Never),
    set("body_end", "BODY_ENDINGS", Never),
    set("before_time", "BEFORE_TIME", Too),
    set("tail", "TAILS", Only),
    set("period", "PERIODS", Never),
    set("causative", "CAUSATIVES", Never),
    set("causes", "CAUSES", Never),
    // what leads from a change to what it did to another
    set("effect", "EFFECTS", Never),
    // what befalls, and nobody does
    set("happens", "HAPPENS", Never),
    // what a change or a measure reaches, so that what is counted did not change by it
    set("involves", "INVOLVES", Never),
    map("achieves", "ACHIEVES", "bool", ""),
    set("average", "AVERAGES", Never),
    set("determiner", "DETERMINERS", Never),
    set("no_subject", "NO_SUBJECTS", Never),
    // nouns that say by themselves what their number counts
    set("tally", "TALLIES", Only),
    // what persons are called before their name
    set("title", "TITLES", Only),
    // verbs that take another verb for their object
    set("auxiliary", "AUXILIARIES", Never),
    // plans that are nouns as often
    set("plan", "PLANS", Never),
    // what is the first or the last of its kind, or near it
    set("rank", "RANKS", Never),
    // what begins a clause about parts of a whole, and one about their sum
    set("part_lead", "PART_LEADS", Never),
    set("sum_lead", "SUM_LEADS", Never),
    // whose a forecast is that something is measured with: 低於市場預期
    set("expects", "EXPECTS", Only),
    set("now", "NOW", Never),
    set("modal", "MODALS", Never),
    Class { ends: Only, ..map("measure", "MEASURES", "bool", "") },
    set("tells", "TELLS", Never),
    // nouns or acts as often, which tell at the end of a clause right after a person or a body
    set("says", "SAYS", Only),
    // pages
    map("outlet", "OUTLETS", "Option<Region>", "use crate::region::Region::{self, *};"),
    set("agency", "AGENCIES", Only),
    set("outlet_end", "OUTLET_ENDINGS", Too),
    // ends of some outlets, and of other words as well
    set("outlet_sound", "OUTLET_SOUNDS", Only),
    set("not_outlet", "NOT_OUTLETS", Only),
    set("publisher_end", "PUBLISHER_ENDINGS", Only),
    set("outlet_tail", "OUTLET_TAILS", Never),
    set("ourselves", "OURSELVES", Too),
    set("masthead_end", "MASTHEAD_ENDINGS", Only),
    set("site_end", "SITE_ENDINGS", Only),
    set("kind", "KINDS", Too),
    set("wire_kind", "WIRE_KINDS", Too),
    set("place_noise", "PLACE_NOISE", Too),
    set("place", "PLACES", Too),
    set("surname", "COMPOUND_SURNAMES", Never),
    set("not_name", "NOT_NAMES", Never),
    set("office", "OFFICES", Only),
    map("role", "ROLES", "Option<PersonRole>", "use crate::article::PersonRole::{self, *};"),
    map("stamp_label", "STAMP_LABELS", "bool", ""),
    set("source_label", "SOURCE_LABELS", Never),
    // where a text stood before, or who sent it in
    set("cited", "CITED", Never),
    set("stamp_noise", "STAMP_NOISE", Never),
    map("furniture_whole", "FURNITURE_WHOLE", "BoilerplateKind", "use crate::article::BoilerplateKind::{self, *};"),
    map("furniture_start", "FURNITURE_START", "BoilerplateKind", "use crate::article::BoilerplateKind::{self, *};"),
    map("furniture_anywhere", "FURNITURE_ANYWHERE", "BoilerplateKind", "use crate::article::BoilerplateKind::{self, *};"),
    set("inside", "INSIDE", Never),
    // heads of what stands after a text: what readers say, who its author is
    set("closing", "CLOSING", Never),
    map("glued", "GLUED", "BoilerplateKind", "use crate::article::BoilerplateKind::{self, *};"),
    set("caption", "CAPTIONS", Never),
    // what carries a text on before a comma: 那麼，
    set("connective", "CONNECTIVES", Never),
    set("picture", "PICTURE_WORDS", Never),
    set("licence", "LICENCE", Never),
    map("regional", "REGIONAL", "(Region, u32)", "use crate::region::Region::{self, *};"),
];
