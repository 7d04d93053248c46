//! What a video costs: a row of KIE's price list.

/// Credits for videos whose fields have these values. One credit is 0.005 USD.
#[derive(Debug)]
pub(super) struct Rate {
    /// Fields and their values as text; all of them must hold.
    when: &'static [(&'static str, &'static str)],
    per_video: f64,
    per_second: f64,
    per_image: f64,
}

impl Rate {
    /// Whether it is the rate of an input with these values.
    pub(super) fn applies(&self, value: impl Fn(&str) -> Option<String>) -> bool {
        self.when.iter().all(|(name, wanted)| value(name).as_deref() == Some(wanted))
    }

    /// The unit of the price list and the price.
    pub(super) fn listed(&self) -> (&'static str, f64) {
        if self.per_second > 0.0 { ("per second", self.per_second) } else { ("per video", self.per_video) }
    }

    /// What the price list says that it is for: the model and the values of fields, a length as in "5.0s".
    pub(super) fn describe(&self, model: &str) -> String {
        let value = |(name, value): &(&str, &str)| match *name {
            "duration" => format!("{value}.0s"),
            "sound" | "audio" | "generate_audio" | "generate_audio_switch" if *value == "true" => {
                "with audio".to_owned()
            }
            _ => (*value).to_owned(),
        };
        let values: Vec<String> = self.when.iter().map(value).collect();
        [model.to_owned(), values.join("-")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }

    /// Credits for a video of this length from so many images, in whole hundredths.
    pub(super) fn credits(&self, seconds: u32, images: usize) -> f64 {
        let images = f64::from(u32::try_from(images).unwrap_or(u32::MAX));
        let credits = self.per_video + self.per_second * f64::from(seconds) + self.per_image * images;
        (credits * 100.0).round() / 100.0
    }

    /// The same, and so much for each image.
    pub(super) const fn and_per_image(self, credits: f64) -> Self {
        Self { per_image: credits, ..self }
    }
}

/// A price of a video, whatever its length.
pub(super) const fn video(when: &'static [(&'static str, &'static str)], credits: f64) -> Rate {
    Rate { when, per_video: credits, per_second: 0.0, per_image: 0.0 }
}

/// A price of a second.
pub(super) const fn second(when: &'static [(&'static str, &'static str)], credits: f64) -> Rate {
    Rate { when, per_video: 0.0, per_second: credits, per_image: 0.0 }
}
