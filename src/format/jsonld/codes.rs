//! Units as schema.org names them: by UN/CEFACT Recommendation 20, else by a list's own code behind its name.

use alloc::string::{String, ToString as _};

use crate::{CodeSystem, Dimension, Unit};

/// Codes of UCUM with those of Recommendation 20 for the same unit.
const REC20: [(&str, &str); 66] = [
    ("%", "P1"),
    ("A", "AMP"),
    ("Cel", "CEL"),
    ("GHz", "A86"),
    ("GJ", "GV"),
    ("GW.h", "GWH"),
    ("Hz", "HTZ"),
    ("J", "JOU"),
    ("K", "KEL"),
    ("L", "LTR"),
    ("MHz", "MHZ"),
    ("MJ", "3B"),
    ("MPa", "MPA"),
    ("MW", "MAW"),
    ("MW.h", "MWH"),
    ("N", "NEW"),
    ("Ohm", "OHM"),
    ("Pa", "PAL"),
    ("TW.h", "D32"),
    ("V", "VLT"),
    ("W", "WTT"),
    ("W.h", "WHR"),
    ("[degF]", "FAH"),
    ("[ft_i]", "FOT"),
    ("[in_i]", "INH"),
    ("[lb_av]", "LBR"),
    ("[mi_i]", "SMI"),
    ("[nmi_i]", "NMI"),
    ("[sft_i]", "FTK"),
    ("[yd_i]", "YRD"),
    ("a", "ANN"),
    ("ar", "ARE"),
    ("cm", "CMT"),
    ("cm2", "CMK"),
    ("cm3", "CMQ"),
    ("d", "DAY"),
    ("dm", "DMT"),
    ("g", "GRM"),
    ("h", "HUR"),
    ("hL", "HLT"),
    ("hPa", "A97"),
    ("har", "HAR"),
    ("kHz", "KHZ"),
    ("kJ", "KJO"),
    ("kL", "K6"),
    ("kPa", "KPA"),
    ("kV", "KVT"),
    ("kW", "KWT"),
    ("kW.h", "KWH"),
    ("kg", "KGM"),
    ("km", "KMT"),
    ("km/h", "KMH"),
    ("km2", "KMK"),
    ("m", "MTR"),
    ("m/s", "MTS"),
    ("m2", "MTK"),
    ("m3", "MTQ"),
    ("mL", "MLT"),
    ("mg", "MGM"),
    ("min", "MIN"),
    ("mm", "MMT"),
    ("mm2", "MMK"),
    ("mo", "MON"),
    ("s", "SEC"),
    ("t", "TNE"),
    ("wk", "WEE"),
];

/// The code of a unit for `unitCode`; `None` for money, for a rate, and where none is known.
pub(super) fn unit_code(unit: &Unit) -> Option<String> {
    let code = unit.code().filter(|_| !unit.is_rate() && unit.dimension() != Dimension::Currency)?;
    match unit.code_system()? {
        CodeSystem::Rec20 => Some(code.to_string()),
        CodeSystem::Ucum => {
            let same = REC20.binary_search_by_key(&code, |(ucum, _)| ucum).ok().and_then(|at| REC20.get(at));
            Some(same.map_or_else(|| alloc::format!("ucum:{code}"), |(_, rec20)| rec20.to_string()))
        }
        CodeSystem::Iso4217 => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lexicon;

    #[test]
    fn the_table_is_sorted_and_of_codes_that_units_have() {
        assert!(REC20.is_sorted_by(|a, b| a.0 < b.0));
        let lexicon = Lexicon::default();
        let code = |form: &str| lexicon.get(form).as_ref().and_then(unit_code);
        let codes = ["公斤", "公頃", "%", "打", "毫安時", "家", "美元"].map(code);
        let wanted = [Some("KGM"), Some("HAR"), Some("P1"), Some("DZN"), Some("ucum:mA.h"), None, None];
        assert_eq!(codes.each_ref().map(|code| code.as_deref()), wanted);
    }
}
