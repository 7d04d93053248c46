//! People who invite, who use promo codes, who give and open gifts; and an operator who makes codes.

use rand::Rng as _;
use rand::seq::IndexedRandom as _;

use crate::world::World;

/// Codes that an operator makes, as they say it. One is good for a single person.
const PROMOS: [&str; 6] =
    ["/promo GLAD 2 1 1", "/promo GLAD 2 1 1", "/promo RAIN_2 1 3 2", "/promo GLAD off", "/promo RAIN_2 off", "/promo"];

const CODES: [&str; 6] = ["GLAD", "GLAD", "GLAD", "RAIN_2", "RAIN_2", "NO-SUCH"];

impl World {
    /// Somebody does something with a link or a code.
    pub(crate) fn go_on_with_links(&mut self, index: usize) {
        if index + 1 == self.people.len() && self.chance(70) {
            let text = (*PROMOS.choose(&mut self.random).unwrap()).to_owned();
            return self.write(index, |message| message.text = Some(text));
        }
        let uses_code = self.chance(if self.model.links.promos.is_empty() { 10 } else { 50 });
        match self.random.random_range(0..8) {
            _ if uses_code => {
                let code = *CODES.choose(&mut self.random).unwrap();
                let text = if self.chance(50) { format!("/redeem {code}") } else { format!("/start p_{code}") };
                self.write(index, |message| message.text = Some(text));
            }
            0 => self.write(index, |message| message.text = Some("/invite".to_owned())),
            1..6 => {
                let newest = self.chats.links.last().cloned();
                let any = self.chats.links.choose(&mut self.random).cloned();
                match if self.chance(60) { newest } else { any } {
                    Some(link) => self.open_link(index, &link),
                    None => self.press(index, (0, "gift:5".to_owned())),
                }
            }
            _ => self.press(index, (0, "gift:5".to_owned())),
        }
    }

    /// Somebody opens a link with this parameter.
    pub(crate) fn open_link(&mut self, index: usize, parameter: &str) {
        let text = format!("/start {parameter}");
        self.write(index, |message| message.text = Some(text));
    }
}
