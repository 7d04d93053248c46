//! Telegram's HTML: a small set of tags, entities, and its complaints word for word (offsets in bytes).

use serde_json::{Map, json};

use super::{Entity, Formatted, units};

/// Reads a formatted text.
///
/// # Errors
/// What comes after "can't parse entities: " in Telegram's answer.
pub(crate) fn parse(source: &str) -> Result<Formatted, String> {
    let mut parser = Parser { source, at: 0, text: String::new(), units: 0, open: Vec::new(), entities: Vec::new() };
    while let Some(symbol) = parser.peek() {
        match symbol {
            '<' if parser.rest().starts_with("</") => parser.end_tag()?,
            '<' => parser.start_tag()?,
            '&' => {
                let decoded = parser.reference();
                parser.push(decoded);
            }
            other => {
                parser.at += other.len_utf8();
                parser.push(other);
            }
        }
    }
    match parser.open.pop() {
        Some(tag) => Err(format!("Can't find end tag corresponding to start tag \"{}\"", tag.name)),
        None => Ok(Formatted { text: parser.text, entities: parser.entities }),
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    text: String,
    units: usize,
    open: Vec<Tag>,
    entities: Vec<Entity>,
}

struct Tag {
    name: String,
    attributes: Map<String, serde_json::Value>,
    offset: usize,
    text_at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn push(&mut self, symbol: char) {
        self.text.push(symbol);
        self.units += symbol.len_utf16();
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let end = rest.find(|symbol| !wanted(symbol)).unwrap_or(rest.len());
        let taken = rest[..end].to_owned();
        self.at += end;
        taken
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 1;
        let name = self.take_while(|symbol| !symbol.is_ascii_whitespace() && symbol != '>').to_ascii_lowercase();
        if self.peek().is_none() {
            return Err(format!("Unclosed start tag at byte offset {begin}"));
        }
        if !is_supported(&name) {
            return Err(format!("Unsupported start tag \"{name}\" at byte offset {begin}"));
        }
        let attributes = self.attributes(&name, begin)?;
        if name == "span" && attributes.get("class") != Some(&json!("tg-spoiler")) {
            return Err(format!("Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"));
        }
        self.open.push(Tag { name, attributes, offset: self.units, text_at: self.text.len() });
        Ok(())
    }

    fn attributes(&mut self, tag: &str, begin: usize) -> Result<Map<String, serde_json::Value>, String> {
        let mut attributes = Map::new();
        loop {
            self.take_while(|symbol| symbol.is_ascii_whitespace());
            match self.peek() {
                None => return Err(format!("Unclosed start tag at byte offset {begin}")),
                Some('>') => break,
                Some(_) => {}
            }
            let ends = |symbol: char| symbol.is_ascii_whitespace() || matches!(symbol, '=' | '>');
            let name = self.take_while(|symbol| !ends(symbol)).to_ascii_lowercase();
            if name.is_empty() {
                return Err(format!("Empty attribute name in the tag \"{tag}\" at byte offset {begin}"));
            }
            self.take_while(|symbol| symbol.is_ascii_whitespace());
            if self.peek() == Some('=') {
                self.at += 1;
                self.take_while(|symbol| symbol.is_ascii_whitespace());
                let value = self.value(begin)?;
                attributes.insert(name, json!(value));
            } else if name == "expandable" {
                attributes.insert(name, json!(""));
            } else {
                return Err(format!(
                    "Expected equal sign in declaration of an attribute of the tag \"{tag}\" at byte offset {begin}"
                ));
            }
        }
        self.at += 1;
        Ok(attributes)
    }

    fn value(&mut self, begin: usize) -> Result<String, String> {
        let Some(quote @ ('"' | '\'')) = self.peek() else {
            return Ok(self.take_while(|symbol| symbol.is_ascii_alphanumeric() || matches!(symbol, '.' | '-')));
        };
        self.at += 1;
        let mut value = String::new();
        loop {
            match self.peek() {
                None => return Err(format!("Unclosed start tag at byte offset {begin}")),
                Some(symbol) if symbol == quote => break,
                Some('&') => value.push(self.reference()),
                Some(symbol) => {
                    self.at += symbol.len_utf8();
                    value.push(symbol);
                }
            }
        }
        self.at += 1;
        Ok(value)
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        self.at += 2;
        let name = self.take_while(|symbol| !symbol.is_ascii_whitespace() && symbol != '>').to_ascii_lowercase();
        self.take_while(|symbol| symbol.is_ascii_whitespace());
        if self.peek() != Some('>') {
            return Err(format!("Unclosed end tag at byte offset {begin}"));
        }
        self.at += 1;
        let Some(tag) = self.open.pop() else {
            return Err(format!("Unexpected end tag at byte offset {begin}"));
        };
        if !name.is_empty() && name != tag.name {
            let expected = tag.name;
            return Err(format!(
                "Unmatched end tag at byte offset {begin}, expected \"</{expected}>\", found \"</{name}>\""
            ));
        }
        self.close(&tag);
        Ok(())
    }

    fn close(&mut self, tag: &Tag) {
        let length = self.units - tag.offset;
        if length == 0 {
            return;
        }
        let entity = |kind: &str| Entity::new(kind, tag.offset, length);
        let attribute = |name: &str| tag.attributes.get(name).and_then(|value| value.as_str());
        let closed = match tag.name.as_str() {
            "b" | "strong" => entity("bold"),
            "i" | "em" => entity("italic"),
            "u" | "ins" => entity("underline"),
            "s" | "strike" | "del" => entity("strikethrough"),
            "span" | "tg-spoiler" => entity("spoiler"),
            "blockquote" if attribute("expandable").is_some() => entity("expandable_blockquote"),
            "blockquote" => entity("blockquote"),
            "code" => match attribute("class").and_then(|class| class.strip_prefix("language-")) {
                // Only a <code> that fills a <pre> tells its language.
                Some(language) if self.open.last().is_some_and(|outer| outer.name == "pre") => {
                    entity("code").with("language", language)
                }
                _ => entity("code"),
            },
            "pre" => self.take_inner_code(tag.offset, length).unwrap_or_else(|| entity("pre")),
            "a" => entity("text_link").with("url", attribute("href").unwrap_or(&self.text[tag.text_at..])),
            "tg-emoji" => entity("custom_emoji").with("custom_emoji_id", attribute("emoji-id").unwrap_or_default()),
            _ => entity("date_time").with("unix_time", attribute("unix").and_then(|unix| unix.parse::<u64>().ok())),
        };
        self.entities.push(closed);
    }

    fn take_inner_code(&mut self, offset: usize, length: usize) -> Option<Entity> {
        let fills = |inner: &mut Entity| inner.kind == "code" && inner.offset == offset && inner.length == length;
        let inner = self.entities.pop_if(fills)?;
        Some(Entity { kind: "pre".to_owned(), ..inner })
    }

    /// A character reference; what is none stays as it is, ampersand first.
    fn reference(&mut self) -> char {
        let rest = self.rest();
        let (decoded, length) = decode(rest).unwrap_or(('&', 1));
        self.at += length;
        decoded
    }
}

fn decode(rest: &str) -> Option<(char, usize)> {
    let body = rest.strip_prefix('&')?;
    let end = body.find(|symbol: char| !symbol.is_ascii_alphanumeric() && symbol != '#').unwrap_or(body.len());
    let name = body.get(..end)?;
    let symbol = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|symbol| *symbol != '\0')?
        }
    };
    let closed = usize::from(body.get(end..).is_some_and(|rest| rest.starts_with(';')));
    Some((symbol, 1 + units(name) + closed))
}

fn is_supported(tag: &str) -> bool {
    const TAGS: [&str; 18] = [
        "a",
        "b",
        "strong",
        "i",
        "em",
        "s",
        "strike",
        "del",
        "u",
        "ins",
        "tg-spoiler",
        "tg-emoji",
        "span",
        "pre",
        "code",
        "blockquote",
        "tg-time",
        "tg-date-time",
    ];
    TAGS.contains(&tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(source: &str) -> String {
        parse(source).unwrap_err()
    }

    #[test]
    fn tags_become_entities() {
        let parsed = parse("🎬 <b>bold <i>both</i></b> <a href=\"https://e.org/?a=1&amp;b=2\">link</a>").unwrap();
        assert_eq!(parsed.text, "🎬 bold both link");
        assert_eq!(
            parsed.entities,
            [
                Entity::new("italic", 8, 4),
                Entity::new("bold", 3, 9),
                Entity::new("text_link", 13, 4).with("url", "https://e.org/?a=1&b=2"),
            ]
        );
    }

    #[test]
    fn a_code_block_knows_its_language() {
        let parsed = parse("<pre><code class=\"language-rust\">fn</code></pre>").unwrap();
        assert_eq!(parsed.entities, [Entity::new("pre", 0, 2).with("language", "rust")]);
    }

    #[test]
    fn references_are_decoded_and_unknown_ones_stay() {
        assert_eq!(parse("&lt;&#128512;&#x41;&gt; &nbsp; a & b").unwrap().text, "<😀A> &nbsp; a & b");
    }

    #[test]
    fn a_quote_may_be_expandable() {
        let parsed = parse("<blockquote expandable>q</blockquote><tg-spoiler>s</tg-spoiler>").unwrap();
        assert_eq!(parsed.entities, [Entity::new("expandable_blockquote", 0, 1), Entity::new("spoiler", 1, 1)]);
    }

    #[test]
    fn complaints_are_telegrams() {
        assert_eq!(error("a <b>x"), "Can't find end tag corresponding to start tag \"b\"");
        assert_eq!(error("a <div>x</div>"), "Unsupported start tag \"div\" at byte offset 2");
        assert_eq!(error("a </b>"), "Unexpected end tag at byte offset 2");
        assert_eq!(error("<b>x</i>"), "Unmatched end tag at byte offset 4, expected \"</b>\", found \"</i>\"");
        assert_eq!(error("1 < 2"), "Unsupported start tag \"\" at byte offset 2");
        assert_eq!(error("1 <2"), "Unclosed start tag at byte offset 2");
    }
}
