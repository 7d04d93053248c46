//! The figures of the shop as an image: drawn as SVG, in the colours of a dark chat, and wide enough for a phone. No text is
//! smaller than 24 pixels of 1080.
//!
//! The font is `DejaVu Sans`, which comes with the program. It has Latin, Greek, Cyrillic and Arabic letters; words in others are
//! English in the image.

use std::fmt::Write as _;
use std::sync::Arc;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Source;
use resvg::usvg::{self, Options, Tree};

use crate::core::chat::stats::ImageWords;
use crate::core::shop_stats::{DayFigures, ModelFigures, ShopFigures};

const WIDTH: f64 = 1080.0;
const MARGIN: f64 = 40.0;
const GAP: f64 = 24.0;
const INNER: f64 = WIDTH - 2.0 * MARGIN;

const BACKGROUND: &str = "#17212b";
const CARD: &str = "#202d3a";
const LINE: &str = "#34465a";
const TEXT: &str = "#f4f7fa";
const DIM: &str = "#9db0c2";
const GOLD: &str = "#f5bd4f";
const BLUE: &str = "#58a9f8";
const VIOLET: &str = "#a897f5";
const GREEN: &str = "#57c98b";
const RED: &str = "#e8696b";

/// The smallest letters.
const SMALL: f64 = 24.0;
/// How wide a letter is, of its size: a little more than digits and most words are.
const LETTER: f64 = 0.63;
const LETTER_BOLD: f64 = 0.70;

/// Models that are shown, the most used ones.
const MODELS_MAX: usize = 6;

/// Why there is no image.
#[derive(Debug, thiserror::Error)]
pub(super) enum DrawError {
    /// A fault of ours: the drawing makes no sense.
    #[error("the drawing cannot be read")]
    Svg(#[source] usvg::Error),
    /// There is no memory for it.
    #[error("an image of this size cannot be made")]
    TooLarge,
    /// The image cannot be written.
    #[error("the image cannot be encoded")]
    Encoding(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Draws the figures.
///
/// # Errors
/// See [`DrawError`]; none is expected.
pub(super) fn png(words: &ImageWords, shop: &ShopFigures) -> Result<Vec<u8>, DrawError> {
    let (drawing, height) = svg(words, shop);
    let mut options = Options { font_family: "DejaVu Sans".to_owned(), ..Options::default() };
    for face in [dejavu::sans::regular(), dejavu::sans::bold()] {
        options.fontdb_mut().load_font_source(Source::Binary(Arc::new(face)));
    }
    let tree = Tree::from_str(&drawing, &options).map_err(DrawError::Svg)?;
    let mut pixels = Pixmap::new(whole(WIDTH), height).ok_or(DrawError::TooLarge)?;
    resvg::render(&tree, Transform::default(), &mut pixels.as_mut());
    pixels.encode_png().map_err(|error| DrawError::Encoding(error.into()))
}

/// Whether the font has the letters of these words.
pub(super) fn has_glyphs(words: &ImageWords) -> bool {
    let ImageWords { title, stars, orders, people, margin, stars_by_day, orders_by_day, people_by_day, .. } = words;
    let all = [title, stars, orders, people, margin, stars_by_day, orders_by_day, people_by_day];
    let others = [&words.success_by_model, &words.nothing];
    let known = |c: char| matches!(c, '\u{20}'..='\u{52f}' | '\u{600}'..='\u{6ff}' | '\u{1e00}'..='\u{206f}');
    all.into_iter().chain(others).all(|words| words.chars().all(known))
}

/// The drawing, and its height in pixels.
fn svg(words: &ImageWords, shop: &ShopFigures) -> (String, u32) {
    let mut drawing = Drawing::default();
    let mut y = drawing.head(words, shop);
    y = drawing.tiles(y, words, shop);
    let bars = |title, colour, value: fn(&DayFigures) -> i64| Bars { title, colour, days: &shop.days, value };
    let stars = bars(&words.stars_by_day, GOLD, |day| day.stars);
    drawing.bars((MARGIN, y, INNER, 400.0), &stars);
    y += 400.0 + GAP;
    let half = (INNER - GAP) / 2.0;
    drawing.bars((MARGIN, y, half, 320.0), &bars(&words.orders_by_day, BLUE, |day| day.orders));
    drawing.bars((MARGIN + half + GAP, y, half, 320.0), &bars(&words.people_by_day, VIOLET, |day| day.people));
    y += 320.0 + GAP;
    y = drawing.models(y, words, &shop.models) + MARGIN;
    let height = y.ceil();
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"><rect width="{WIDTH}" height="{height}" fill="{BACKGROUND}"/>{}</svg>"#,
        drawing.0
    );
    (svg, whole(height))
}

#[derive(Default)]
struct Drawing(String);

/// Where a card is: left, top, width and height.
type Place = (f64, f64, f64, f64);

/// A chart with a bar for each day.
struct Bars<'a> {
    title: &'a str,
    colour: &'static str,
    days: &'a [DayFigures],
    value: fn(&DayFigures) -> i64,
}

/// How a text stands to its place.
#[derive(Clone, Copy)]
enum Anchor {
    Start,
    Middle,
    End,
}

/// A text's size, whether it is bold, its colour, and the width that it has.
#[derive(Clone, Copy)]
struct Style(f64, bool, &'static str, f64);

impl Drawing {
    fn head(&mut self, words: &ImageWords, shop: &ShopFigures) -> f64 {
        self.text((MARGIN, 92.0), Anchor::Start, Style(46.0, true, TEXT, 520.0), &words.title);
        if let (Some(first), Some(last)) = (shop.days.first(), shop.days.last()) {
            let range = format!("{} – {}", first.date, last.date);
            self.text((WIDTH - MARGIN, 90.0), Anchor::End, Style(28.0, false, DIM, 450.0), &range);
        }
        130.0
    }

    fn tiles(&mut self, y: f64, words: &ImageWords, shop: &ShopFigures) -> f64 {
        let margin = shop.margin_percent().map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"));
        let tiles = [
            (&words.stars, amount(shop.stars()), GOLD),
            (&words.orders, amount(shop.orders()), BLUE),
            (&words.people, amount(shop.people()), VIOLET),
            (&words.margin, margin, GREEN),
        ];
        let width = (INNER - 3.0 * GAP) / 4.0;
        let mut x = MARGIN;
        for (label, value, colour) in tiles {
            self.card((x, y, width, 150.0));
            self.text((x + 24.0, y + 50.0), Anchor::Start, Style(26.0, false, DIM, width - 40.0), label);
            self.text((x + 24.0, y + 116.0), Anchor::Start, Style(52.0, true, colour, width - 40.0), &value);
            x += width + GAP;
        }
        y + 150.0 + GAP
    }

    fn bars(&mut self, place: Place, Bars { title, colour, days, value }: &Bars<'_>) {
        let (x, y, width, height) = place;
        self.card(place);
        self.text((x + 28.0, y + 52.0), Anchor::Start, Style(30.0, true, TEXT, width - 56.0), title);
        let (left, right, top, bottom) = (x + 28.0, x + width - 28.0, y + 116.0, y + height - 64.0);
        let most = days.iter().map(value).max().unwrap_or_default();
        let slot = (right - left) / float(days.len().max(1));
        let bar = (slot * 0.68).max(4.0);
        let each = label_every(slot);
        // With room for it, every bar says what it is; else a line says what the highest is.
        let says_values = days.iter().all(|day| letters(&amount(value(day)), SMALL, LETTER) <= slot);
        if !says_values && most > 0 {
            self.text((left, top - 14.0), Anchor::Start, Style(SMALL, false, DIM, width), &amount(most));
            self.line(left, right, top);
        }
        self.line(left, right, bottom);
        for (number, day) in days.iter().enumerate() {
            let middle = left + slot * (float(number) + 0.5);
            let of_day = value(day);
            if of_day > 0 {
                let size = ((bottom - top) * share(of_day, most)).max(3.0);
                self.rect((middle - bar / 2.0, bottom - size, bar, size), bar.min(16.0) / 2.5, colour);
                if says_values {
                    let above = (middle, bottom - size - 12.0);
                    self.text(above, Anchor::Middle, Style(SMALL, false, TEXT, slot), &amount(of_day));
                }
            }
            // Today has its label, and the others follow from it.
            if (days.len() - 1 - number).is_multiple_of(each) {
                let label = day.date.day().to_string();
                self.text((middle, bottom + 38.0), Anchor::Middle, Style(SMALL, false, DIM, slot.max(40.0)), &label);
            }
        }
    }

    fn models(&mut self, y: f64, words: &ImageWords, models: &[ModelFigures]) -> f64 {
        let rows = models.len().clamp(1, MODELS_MAX);
        let height = 96.0 + 62.0 * float(rows) + 12.0;
        self.card((MARGIN, y, INNER, height));
        let left = MARGIN + 28.0;
        self.text((left, y + 52.0), Anchor::Start, Style(30.0, true, TEXT, INNER - 56.0), &words.success_by_model);
        let mut row = y + 118.0;
        if models.is_empty() {
            self.text((left, row), Anchor::Start, Style(26.0, false, DIM, INNER - 56.0), &words.nothing);
        }
        for model in models.iter().take(MODELS_MAX) {
            self.text((left, row), Anchor::Start, Style(26.0, false, TEXT, 350.0), &model.name);
            let (from, width, right) = (MARGIN + 400.0, 330.0, MARGIN + INNER - 28.0);
            self.rect((from, row - 22.0, width, 26.0), 8.0, RED);
            let made = width * share(model.videos, model.videos + model.failed);
            self.rect((from, row - 22.0, made, 26.0), 8.0, GREEN);
            let percent = format!("{}%", model.success_percent());
            self.text((from + width + 112.0, row), Anchor::End, Style(28.0, true, TEXT, 100.0), &percent);
            let all = amount(model.videos + model.failed);
            self.text((right, row), Anchor::End, Style(26.0, false, DIM, 110.0), &all);
            row += 62.0;
        }
        y + height
    }

    fn card(&mut self, place: Place) {
        self.rect(place, 22.0, CARD);
    }

    fn rect(&mut self, (x, y, width, height): Place, round: f64, colour: &str) {
        write!(
            self.0,
            r#"<rect x="{x:.1}" y="{y:.1}" width="{width:.1}" height="{height:.1}" rx="{round:.1}" fill="{colour}"/>"#
        )
        .ok();
    }

    fn line(&mut self, from: f64, to: f64, y: f64) {
        write!(
            self.0,
            r#"<line x1="{from:.1}" y1="{y:.1}" x2="{to:.1}" y2="{y:.1}" stroke="{LINE}" stroke-width="2"/>"#
        )
        .ok();
    }

    /// A text that becomes smaller, and then shorter, until it fits.
    fn text(&mut self, (x, y): (f64, f64), anchor: Anchor, Style(size, bold, colour, width): Style, text: &str) {
        let letter = if bold { LETTER_BOLD } else { LETTER };
        let fitting = width / (letter * float(text.chars().count().max(1)));
        let size = size.min(fitting).max(SMALL.min(size));
        // What just fits is not cut for a rounding.
        let most = usize::try_from(whole(width / (letter * size) + 0.01)).unwrap_or_default().max(1);
        let shown = if text.chars().count() > most {
            text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
        } else {
            text.to_owned()
        };
        let shown = shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if bold { "bold" } else { "normal" };
        write!(
            self.0,
            r#"<text x="{x:.1}" y="{y:.1}" font-family="DejaVu Sans" font-size="{size:.1}" font-weight="{weight}" text-anchor="{anchor}" fill="{colour}">{shown}</text>"#
        )
        .ok();
    }
}

/// How many days have one label, so that labels of two digits do not touch.
fn label_every(slot: f64) -> usize {
    let needed = 2.0 * SMALL * LETTER + 14.0;
    usize::try_from(whole((needed / slot).ceil())).unwrap_or(1).max(1)
}

/// How wide a text is, about.
fn letters(text: &str, size: f64, letter: f64) -> f64 {
    float(text.chars().count()) * size * letter
}

/// A number as people read it: thousands apart, and millions cut short.
fn amount(number: i64) -> String {
    if number >= 1_000_000 {
        let tenths = number / 100_000;
        return format!("{}.{}M", tenths / 10, tenths % 10);
    }
    if number >= 1_000 { format!("{}\u{2009}{:03}", number / 1_000, number % 1_000) } else { number.to_string() }
}

/// A part of a whole, from 0 to 1.
#[expect(clippy::cast_precision_loss, reason = "nobody sees a billionth of a bar")]
fn share(part: i64, whole: i64) -> f64 {
    if whole <= 0 { 0.0 } else { (part as f64 / whole as f64).clamp(0.0, 1.0) }
}

/// Whole pixels, or letters.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an image has some thousand pixels")]
const fn whole(size: f64) -> u32 {
    size as u32
}

#[expect(clippy::cast_precision_loss, reason = "there are some dozens of days and letters")]
const fn float(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::chat::stats::words;

    fn shop(days: i8) -> ShopFigures {
        let first = jiff::civil::date(2027, 1, 1);
        let day = |number: i8| {
            let n = i64::from(number);
            DayFigures {
                date: first.checked_add(jiff::Span::new().days(number)).unwrap(),
                stars: (n * 7919 % 13) * 370,
                orders: (n * 31 % 11) * 9,
                people: (n * 17 % 7) * 3,
            }
        };
        let model = |name: &str, videos, failed| ModelFigures { name: name.to_owned(), videos, failed };
        ShopFigures {
            days: (0..days).map(day).collect(),
            models: vec![
                model("Veo 3.1 Fast", 1_412, 31),
                model("Kling 2.5 Turbo Pro", 305, 3),
                model("MiniMax Hailuo 2.3 Standard & more", 120, 60),
                model("Wan 2.5", 7, 0),
            ],
            stars_returned: 300,
            income_micro_usd: 812_340_000,
            cost_micro_usd: 331_120_000,
        }
    }

    /// Set `CHARTS_IN` to a folder to look at the images.
    #[test]
    fn the_figures_are_drawn_for_any_time_and_language() {
        for (language, days) in [("en", 7), ("de", 30), ("ru", 30), ("ar", 7)] {
            let shop = shop(days);
            let words = words(language, &shop).image;
            assert!(has_glyphs(&words), "{language}");
            let png = png(&words, &shop).unwrap();
            assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
            if let Ok(folder) = std::env::var("CHARTS_IN") {
                std::fs::write(format!("{folder}/{language}-{days}.png"), &png).unwrap();
            }
        }
    }

    #[test]
    fn an_empty_shop_is_drawn_too() {
        let shop = ShopFigures::default();
        let png = png(&words("en", &shop).image, &shop).unwrap();
        if let Ok(folder) = std::env::var("CHARTS_IN") {
            std::fs::write(format!("{folder}/empty.png"), &png).unwrap();
        }
    }

    #[test]
    fn no_text_is_smaller_than_a_phone_shows_it() {
        for days in [7, 30] {
            let shop = shop(days);
            let (drawing, _) = svg(&words("de", &shop).image, &shop);
            let sizes = drawing.split("font-size=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
            assert!(sizes.map(|size| size.parse::<f64>().unwrap()).all(|size| size >= SMALL));
        }
    }

    #[test]
    fn words_that_the_font_has_no_letters_for_are_known() {
        let english = words("en", &ShopFigures::default()).image;
        assert!(has_glyphs(&english));
        assert!(!has_glyphs(&ImageWords { title: "最近 7 天".to_owned(), ..english.clone() }));
        assert!(!has_glyphs(&ImageWords { nothing: "पिछले 7 दिन".to_owned(), ..english }));
    }

    #[test]
    fn numbers_stay_short() {
        let shown = [0, 999, 1_000, 45_678, 1_250_000].map(amount);
        assert_eq!(shown, ["0", "999", "1\u{2009}000", "45\u{2009}678", "1.2M"]);
    }
}
