//! The Kling models. Their lengths are texts.

use super::field::{Field, Kind, optional, prompt, required, text};
use super::price::{Rate, second, video};
use super::{Makes, Model, Rule, Sound};
use crate::kie::images::{JPEG_PNG, JPEG_PNG_WEBP};

const FIVE_OR_TEN: Kind = Kind::OneOf(&["5", "10"]);
const DURATION: Field = optional("duration", FIVE_OR_TEN).or("5");
const NEGATIVE_PROMPT: Field = optional("negative_prompt", text(500));
const CFG_SCALE: Field = optional("cfg_scale", Kind::Number { min: 0.0, max: 1.0 });
const RATIOS: Kind = Kind::OneOf(&["16:9", "9:16", "1:1"]);
const RATIO: Field = optional("aspect_ratio", RATIOS).or("16:9");
const IMAGE: Field = required("image_url", Kind::Image(JPEG_PNG_WEBP));
const IMAGE_JPEG_PNG: Field = required("image_url", Kind::Image(JPEG_PNG));
const LAST_IMAGE: Field = optional("tail_image_url", Kind::Image(JPEG_PNG_WEBP));

const V2_1_MASTER: &[Rate] = &[video(&[("duration", "10")], 320.0), video(&[], 160.0)];
const V2_5_TURBO: &[Rate] = &[video(&[("duration", "10")], 84.0), video(&[], 42.0)];
const V2_6: &[Rate] = &[
    video(&[("duration", "10"), ("sound", "true")], 220.0),
    video(&[("duration", "10")], 110.0),
    video(&[("sound", "true")], 110.0),
    video(&[], 55.0),
];

pub(super) const MODELS: &[Model] = &[
    Model {
        id: "kling/v2-1-standard",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(5000), IMAGE_JPEG_PNG, DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        rules: &[],
        rates: &[video(&[("duration", "10")], 50.0), video(&[], 25.0)],
    },
    Model {
        id: "kling/v2-1-pro",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(5000), IMAGE_JPEG_PNG, LAST_IMAGE, DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        rules: &[],
        rates: &[video(&[("duration", "10")], 100.0), video(&[], 50.0)],
    },
    Model {
        id: "kling/v2-1-master-text-to-video",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(5000), RATIO, DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        rules: &[],
        rates: V2_1_MASTER,
    },
    Model {
        id: "kling/v2-1-master-image-to-video",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(5000), IMAGE, DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        rules: &[],
        rates: V2_1_MASTER,
    },
    Model {
        id: "kling/v2-5-turbo-text-to-video-pro",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(2500), RATIO, DURATION, optional("negative_prompt", text(2500)), CFG_SCALE],
        rules: &[],
        rates: V2_5_TURBO,
    },
    Model {
        id: "kling/v2-5-turbo-image-to-video-pro",
        makes: Makes::Video(Sound::Never),
        fields: &[prompt(2500), IMAGE, LAST_IMAGE, DURATION, NEGATIVE_PROMPT, CFG_SCALE],
        rules: &[],
        rates: V2_5_TURBO,
    },
    Model {
        id: "kling-2.6/text-to-video",
        makes: Makes::Video(Sound::Field("sound")),
        fields: &[
            prompt(1000),
            required("sound", Kind::Flag),
            required("aspect_ratio", RATIOS),
            required("duration", FIVE_OR_TEN),
        ],
        rules: &[],
        rates: V2_6,
    },
    Model {
        id: "kling-2.6/image-to-video",
        makes: Makes::Video(Sound::Field("sound")),
        fields: &[
            prompt(1000),
            required("image_urls", Kind::Images { count_max: 1, types: JPEG_PNG_WEBP }),
            required("sound", Kind::Flag),
            required("duration", FIVE_OR_TEN),
        ],
        rules: &[],
        rates: V2_6,
    },
    Model {
        id: "kling-3.0/video",
        makes: Makes::Video(Sound::Field("sound")),
        fields: &[
            prompt(2500),
            required("sound", Kind::Flag),
            required("duration", Kind::Digits { min: 3, max: 15 }),
            optional("aspect_ratio", RATIOS),
            required("mode", Kind::OneOf(&["std", "pro", "4K"])),
            required("multi_shots", Kind::Flag),
            required("multi_prompt", Kind::List { count_max: 5 }),
            optional("image_urls", Kind::Images { count_max: 2, types: JPEG_PNG_WEBP }),
            optional("kling_elements", Kind::List { count_max: 3 }),
        ],
        rules: &[Rule::RequiredWithout { field: "aspect_ratio", other: "image_urls" }],
        rates: &[
            second(&[("mode", "4K")], 67.0),
            second(&[("mode", "pro"), ("sound", "true")], 27.0),
            second(&[("mode", "pro")], 18.0),
            second(&[("sound", "true")], 20.0),
            second(&[], 14.0),
        ],
    },
];
