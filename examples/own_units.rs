//! Units of one's own: a market counts in baskets and trips, and its old deeds in Japanese 畝. What is read is converted
//! to the units of the table.
//!
//! ```sh
//! cargo run --example own_units
//! ```

use std::error::Error;

use wanyi::{Dimension, Factor, Lexicon, Parser, Quantity, Region, Unit};

const NEWS: &str = "該場由3.5畝擴建至1.2公頃，昨日到貨一百二十籮，約24趟，每籮售750元。";

fn main() -> Result<(), Box<dyn Error>> {
    let exactly = |numerator, denominator| Factor::new(numerator, denominator).ok_or("a factor is not zero");

    // a basket holds 15 kg and a trip 40 baskets; 30 坪, each 400/121 m², are a 畝 of Japan
    let basket = Unit::new("籮", Dimension::Mass).with_factor(exactly(15, 1)?);
    let trip = Unit::new("趟", Dimension::Mass).with_factor(exactly(600, 1)?);
    let field = Unit::new("日畝", Dimension::Area).with_factor(exactly(12_000, 121)?);

    // a form that another unit has is an error, unless it is taken over
    match Lexicon::builder().unit(field.clone(), ["畝", "亩"]) {
        Ok(_) => return Err("畝 is a unit of the table".into()),
        Err(conflict) => println!("{conflict}"),
    }
    let builder = Lexicon::builder().region(Region::Taiwan).unit(basket, ["箩"])?;
    let lexicon = builder.replace(field, ["畝", "亩"]).replace(trip, []).build();

    let found = Parser::new().lexicon(lexicon.clone()).find_quantities(NEWS);
    for quantity in found.quantities() {
        println!("{}: {}", quantity.text(), converted(&lexicon, &quantity));
    }
    Ok(())
}

/// The quantity in the base unit, a mass in 台斤 as well.
fn converted(lexicon: &Lexicon, quantity: &Quantity) -> String {
    let catties = lexicon.get("台斤").and_then(|unit| quantity.to(&unit).ok());
    match (quantity.in_base(), catties) {
        (Ok(base), Some(catties)) => format!("{base}, {catties}"),
        (Ok(base), None) => base.to_string(),
        (Err(error), _) => error.to_string(),
    }
}
