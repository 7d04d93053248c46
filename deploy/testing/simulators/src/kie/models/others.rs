//! The models of other makers, in the order of their names.

use super::field::{Field, Kind, optional, prompt, required, text};
use super::price::{Rate, second, video};
use super::{Makes, Model, Rule, Sound};
use crate::kie::images::JPEG_PNG_WEBP;

const IMAGE: Kind = Kind::Image(JPEG_PNG_WEBP);
const FIRST_FRAME: Field = optional("first_frame_url", IMAGE);
const LAST_FRAME: Field = optional("last_frame_url", IMAGE);
const FRAMES: &[&str] = &["first_frame_url", "last_frame_url"];
/// Videos or sounds that are taken as an example.
const EXAMPLES: Kind = Kind::List { count_max: 3 };
const SEED: Field = optional("seed", Kind::Whole { min: 0, max: 2_147_483_647 });

const fn images(count_max: usize) -> Kind {
    Kind::Images { count_max, types: JPEG_PNG_WEBP }
}

const GROK_RATIO: Field = optional("aspect_ratio", Kind::OneOf(&["2:3", "3:2", "1:1", "16:9", "9:16"])).or("2:3");
const GROK_MODE: Field = optional("mode", Kind::OneOf(&["fun", "normal"])).or("normal");
const GROK_RESOLUTION: Field = optional("resolution", Kind::OneOf(&["480p", "720p", "1080p"])).or("480p");
const GROK: &[Rate] =
    &[second(&[("resolution", "480p")], 2.4), second(&[("resolution", "720p")], 4.5), second(&[], 8.0)];

const MINIMAX_DURATION: Field = required("duration", Kind::Whole { min: 4, max: 15 });
const MINIMAX_RESOLUTION: Field = optional("resolution", Kind::OneOf(&["768P", "2K"])).or("2K");

const PIXVERSE_PROMPT: Field = required("prompt", Kind::Text { chars_min: 3, chars_max: 5000 });
const PIXVERSE_QUALITY: Field = required("quality", Kind::OneOf(&["360p", "540p", "720p", "1080p"]));
const PIXVERSE_DURATION: Field = required("duration", Kind::Whole { min: 1, max: 15 });
const PIXVERSE_SOUND: Field = optional("generate_audio_switch", Kind::Flag).or("false");
/// What 360p and 540p cost is not known to us: they are charged as 720p.
const PIXVERSE: &[Rate] = &[
    second(&[("quality", "1080p"), ("generate_audio_switch", "true")], 18.4),
    second(&[("quality", "1080p")], 14.4),
    second(&[("generate_audio_switch", "true")], 9.6),
    second(&[], 7.2),
];

const HAILUO_FIELDS: &[Field] = &[
    prompt(5000),
    required("image_url", IMAGE),
    optional("duration", Kind::OneOf(&["6", "10"])).or("6"),
    optional("resolution", Kind::OneOf(&["768P", "1080P"])).or("768P"),
];
const HAILUO_RULES: &[Rule] = &[Rule::Never(("resolution", "1080P"), ("duration", "10"))];

pub(super) const MODELS: &[Model] = &[
    Model {
        id: "bytedance/seedance-1.5-pro",
        makes: Makes::Video(Sound::Field("generate_audio")),
        fields: &[
            prompt(2500),
            optional("input_urls", images(2)),
            required("aspect_ratio", Kind::OneOf(&["1:1", "4:3", "3:4", "16:9", "9:16", "21:9"])),
            required("duration", Kind::Whole { min: 4, max: 12 }),
            optional("resolution", Kind::OneOf(&["480p", "720p", "1080p"])).or("720p"),
            optional("generate_audio", Kind::Flag).or("false"),
            optional("fixed_lens", Kind::Flag),
        ],
        rules: &[],
        rates: &[
            second(&[("resolution", "480p"), ("generate_audio", "true")], 3.5),
            second(&[("resolution", "480p")], 1.75),
            second(&[("resolution", "1080p"), ("generate_audio", "true")], 15.0),
            second(&[("resolution", "1080p")], 7.5),
            second(&[("generate_audio", "true")], 7.0),
            second(&[], 3.5),
        ],
    },
    Model {
        id: "bytedance/seedance-2-mini",
        makes: Makes::Video(Sound::Field("generate_audio")),
        fields: &[
            optional("prompt", Kind::Text { chars_min: 3, chars_max: 20_000 }),
            FIRST_FRAME,
            LAST_FRAME,
            optional("reference_image_urls", images(9)),
            optional("reference_video_urls", EXAMPLES),
            optional("reference_audio_urls", EXAMPLES),
            optional("generate_audio", Kind::Flag).or("true"),
            optional("resolution", Kind::OneOf(&["480p", "720p"])).or("720p"),
            optional("aspect_ratio", Kind::OneOf(&["16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "adaptive"]))
                .or("16:9"),
            optional("duration", Kind::Whole { min: 4, max: 15 }).or("5"),
            optional("web_search", Kind::Flag),
            optional("return_last_frame", Kind::Flag),
        ],
        rules: &[
            Rule::SomeOf(&["prompt", "first_frame_url", "reference_image_urls"]),
            Rule::EitherOr(FRAMES, &["reference_image_urls", "reference_video_urls", "reference_audio_urls"]),
        ],
        rates: &[second(&[("resolution", "480p")], 3.8), second(&[], 8.2)],
    },
    Model {
        id: "google/gemini-omni-flash-1-1",
        makes: Makes::Video(Sound::Always),
        fields: &[
            prompt(20_000),
            required("duration", Kind::OneOf(&["4", "6", "8", "10"])),
            optional("aspect_ratio", Kind::OneOf(&["16:9", "9:16"])).or("16:9"),
            optional("resolution", Kind::OneOf(&["720p", "1080p", "4k"])).or("720p"),
            FIRST_FRAME,
            LAST_FRAME,
            optional("image_urls", images(7)),
        ],
        rules: &[Rule::EitherOr(FRAMES, &["image_urls"])],
        // 720p and 1080p cost the same; what 4K costs is not known to us.
        rates: &[
            video(&[("duration", "4")], 63.0),
            video(&[("duration", "6")], 84.0),
            video(&[("duration", "8")], 105.0),
            video(&[], 126.0),
        ],
    },
    Model {
        id: "grok-imagine/text-to-video",
        makes: Makes::Video(Sound::Always),
        fields: &[
            prompt(5000),
            optional("duration", Kind::Whole { min: 6, max: 30 }).or("6"),
            GROK_MODE,
            GROK_RESOLUTION,
            GROK_RATIO,
        ],
        rules: &[],
        rates: GROK,
    },
    // It accepts a request with nothing in it, and charges for it.
    Model {
        id: "grok-imagine/image-to-video",
        makes: Makes::Video(Sound::Always),
        fields: &[
            optional("prompt", text(5000)),
            optional("image_urls", images(7)),
            optional("duration", Kind::Digits { min: 6, max: 30 }).or("6"),
            GROK_MODE,
            GROK_RESOLUTION,
            GROK_RATIO,
        ],
        rules: &[],
        rates: GROK,
    },
    // It costs 14 to 45 credits. What decides is not documented, so the most is charged.
    Model {
        id: "grok-imagine/extend",
        makes: Makes::Extension { of: "grok-imagine/", seconds: "extend_times" },
        fields: &[
            required("task_id", text(100)),
            prompt(5000),
            required("extend_at", text(100)),
            required("extend_times", Kind::OneOf(&["6", "10"])),
        ],
        rules: &[],
        rates: &[video(&[], 45.0)],
    },
    // It costs 10 to 30 credits. What decides is not documented, so the most is charged.
    Model {
        id: "grok-imagine/upscale",
        makes: Makes::Upscale { of: "grok-imagine/" },
        fields: &[required("task_id", text(100))],
        rules: &[],
        rates: &[video(&[], 30.0)],
    },
    Model {
        id: "hailuo/2-3-image-to-video-standard",
        makes: Makes::Video(Sound::Never),
        fields: HAILUO_FIELDS,
        rules: HAILUO_RULES,
        rates: &[video(&[("resolution", "1080P")], 50.0), video(&[("duration", "10")], 50.0), video(&[], 30.0)],
    },
    Model {
        id: "hailuo/2-3-image-to-video-pro",
        makes: Makes::Video(Sound::Never),
        fields: HAILUO_FIELDS,
        rules: HAILUO_RULES,
        rates: &[video(&[("resolution", "1080P")], 80.0), video(&[("duration", "10")], 90.0), video(&[], 45.0)],
    },
    Model {
        id: "minimax-h3/text-to-video",
        makes: Makes::Video(Sound::Always),
        fields: &[
            prompt(7000),
            MINIMAX_DURATION,
            MINIMAX_RESOLUTION,
            required("aspect_ratio", Kind::OneOf(&["16:9", "9:16", "1:1", "4:3", "3:4", "21:9"])),
        ],
        rules: &[],
        rates: &[second(&[("resolution", "768P")], 8.0), second(&[], 13.0)],
    },
    Model {
        id: "minimax-h3/image-to-video",
        makes: Makes::Video(Sound::Always),
        fields: &[prompt(7000), MINIMAX_DURATION, MINIMAX_RESOLUTION, FIRST_FRAME, LAST_FRAME],
        rules: &[Rule::SomeOf(FRAMES)],
        rates: &[second(&[("resolution", "768P")], 8.0).and_per_image(4.0), second(&[], 13.0).and_per_image(4.0)],
    },
    Model {
        id: "pixverse-v6/text-to-video",
        makes: Makes::Video(Sound::Field("generate_audio_switch")),
        fields: &[
            PIXVERSE_PROMPT,
            PIXVERSE_QUALITY,
            PIXVERSE_DURATION,
            PIXVERSE_SOUND,
            required("aspect_ratio", Kind::OneOf(&["16:9", "4:3", "1:1", "3:4", "9:16", "2:3", "3:2", "21:9"])),
            SEED,
        ],
        rules: &[],
        rates: PIXVERSE,
    },
    Model {
        id: "pixverse-v6/image-to-video",
        makes: Makes::Video(Sound::Field("generate_audio_switch")),
        fields: &[
            PIXVERSE_PROMPT,
            required("image_urls", images(2)),
            PIXVERSE_QUALITY,
            PIXVERSE_DURATION,
            PIXVERSE_SOUND,
            optional("template_id", Kind::Whole { min: 0, max: u64::MAX }),
            SEED,
        ],
        rules: &[],
        rates: PIXVERSE,
    },
    // Veo by the common interface. Some say that `model` chooses the edition, and some that there is no such field.
    Model {
        id: "veo-3-1",
        makes: Makes::Video(Sound::Always),
        fields: &[
            required("prompt", text(20_000)),
            optional("model", Kind::OneOf(&["veo3_lite", "veo3_fast", "veo3"])).or("veo3_fast"),
            optional("image_urls", images(3)),
            optional("aspect_ratio", Kind::OneOf(&["16:9", "9:16", "Auto"])).or("16:9"),
            optional("resolution", Kind::OneOf(&["720p", "1080p", "4k"])).or("720p"),
            optional("duration", Kind::WholeOneOf(&[4, 6, 8])).or("8"),
            optional("seeds", Kind::Whole { min: 10_000, max: 99_999 }),
        ],
        rules: &[
            Rule::Never(("resolution", "4k"), ("duration", "4")),
            Rule::Never(("resolution", "4k"), ("duration", "6")),
        ],
        rates: &[
            video(&[("model", "veo3_lite"), ("resolution", "720p")], 30.0),
            video(&[("model", "veo3_lite"), ("resolution", "1080p")], 35.0),
            video(&[("model", "veo3_lite")], 150.0),
            video(&[("model", "veo3"), ("resolution", "720p")], 250.0),
            video(&[("model", "veo3"), ("resolution", "1080p")], 255.0),
            video(&[("model", "veo3")], 380.0),
            video(&[("resolution", "720p")], 60.0),
            video(&[("resolution", "1080p")], 65.0),
            video(&[], 180.0),
        ],
    },
    // A length of -1, which KIE takes as "choose one", is refused here: nobody could tell what it costs.
    Model {
        id: "wan/3-0-video",
        makes: Makes::Video(Sound::Field("audio")),
        fields: &[
            optional("prompt", text(20_000)),
            FIRST_FRAME,
            LAST_FRAME,
            optional("reference_image_urls", images(9)),
            optional("reference_video_urls", EXAMPLES),
            optional("reference_audio_urls", EXAMPLES),
            optional("resolution", Kind::OneOf(&["480P", "720P", "1080P"])).or("1080P"),
            optional("aspect_ratio", Kind::OneOf(&["adaptive", "16:9", "4:3", "1:1", "3:4", "9:16"])).or("adaptive"),
            optional("duration", Kind::Whole { min: 2, max: 30 }).or("5"),
            optional("audio", Kind::Flag).or("true"),
            SEED,
        ],
        rules: &[
            Rule::SomeOf(&["prompt", "first_frame_url", "reference_image_urls"]),
            Rule::EitherOr(FRAMES, &["reference_image_urls", "reference_video_urls", "reference_audio_urls"]),
        ],
        rates: &[second(&[("resolution", "480P")], 8.0), second(&[("resolution", "720P")], 16.0), second(&[], 32.0)],
    },
];
