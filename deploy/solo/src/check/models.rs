//! One model, with everything that is sold of it: from words, from images as frames and as references, and what can be made
//! of its video afterwards.

use anyhow::{Context as _, ensure};
use futures_util::future::try_join_all;
use shared::catalog::{Choice, Choices, FollowUp, ImageRole, Inputs, Model, Variant};
use shared::job::FollowUpKind;

use crate::driver::{Order, Person, Seen, World};

/// What was played of a model.
#[derive(Debug, Default)]
pub(super) struct Played {
    /// In words.
    pub(super) line: String,
    /// Tasks that KIE.ai must have seen.
    pub(super) tasks: usize,
    /// Payments that Telegram must have seen.
    pub(super) payments: usize,
}

/// An order of the model, from so many images.
struct Step<'a> {
    images: usize,
    variant: &'a Variant,
    /// What is chosen of it, where that is not what is offered first.
    choice: Option<&'a Choice>,
    chosen: Choices,
}

/// Plays a model. Waits for every video. Each order has a person of its own: the bot says little more than a message a second
/// to one chat.
pub(super) async fn play(world: &World, model: &Model, packs: &[u32]) -> anyhow::Result<Played> {
    let steps = steps(model)?;
    let follow_ups = &model.follow_ups[..];
    let orders = steps.iter().enumerate().map(|(at, step)| {
        let follow_ups = if at == 0 { follow_ups } else { &[] };
        async move {
            let payments = order(world, model, step, follow_ups, packs).await;
            payments.with_context(|| format!("{} {} does not do what is sold", model.name, step.name()))
        }
    });
    let payments = try_join_all(orders).await?;
    let of_tasks = follow_ups.iter().filter(|follow_up| makes_a_task(follow_up.kind)).count();
    let names = steps.iter().map(Step::name).chain(follow_ups.iter().map(|one| one.kind.as_str().to_owned()));
    let names: Vec<String> = names.collect();
    Ok(Played {
        line: format!("ok  {}: {}", model.name, names.join(", ")),
        tasks: steps.len() + of_tasks,
        payments: payments.iter().sum(),
    })
}

/// Somebody buys what an order costs, orders it, makes all this of its video, and has no credits left. Says how often they
/// have paid.
async fn order(
    world: &World,
    model: &Model,
    step: &Step<'_>,
    follow_ups: &[FollowUp],
    packs: &[u32],
) -> anyhow::Result<usize> {
    let mut person = world.person(&format!("Friend {} of {}", step.images, model.id)).await?;
    let price = step.price() + follow_ups.iter().map(price_of).sum::<u32>();
    let bought = packs_for(price, packs);
    for pack in &bought {
        person.buys(&credits(*pack)).await?;
    }
    let words = format!("A paper boat, made with {} {}", model.name, step.name());
    let video = step.play(&mut person, model, &words).await?;
    for follow_up in follow_ups {
        make_of(&mut person, &video, &words, follow_up.kind).await?;
    }
    let left = i64::from(bought.iter().sum::<u32>()) - i64::from(price);
    let balance = person.balance().await?;
    ensure!(balance == left, "{price} credits should be spent, but {balance} are left, and not {left}");
    Ok(bought.len())
}

/// An order for every variant, and one with a last frame. The first is one of which everything can be made afterwards.
fn steps(model: &Model) -> anyhow::Result<Vec<Step<'_>>> {
    let frames = model.image.as_ref().map_or(0, Variant::images_max);
    let has_last = model.image.as_ref().and_then(|variant| variant.images.as_ref());
    let has_last = has_last.is_some_and(|images| images.slots.iter().any(|slot| slot.role == ImageRole::LastFrame));
    let has_more = model.references.as_ref().is_some_and(|variant| variant.images_max() > frames);
    let counts = [
        model.text.is_some().then_some(0),
        model.image.is_some().then_some(1),
        has_last.then_some(2),
        // As many as are no frames any more.
        has_more.then_some(frames + 1),
    ];
    let mut steps = Vec::new();
    for images in counts.into_iter().flatten() {
        let inputs = Inputs { images, image_use: model.usual_use(images), follow_up: None };
        let variant = model.variant(inputs).with_context(|| format!("it has no variant for {images} images"))?;
        let (choice, chosen) = if steps.is_empty() { open_to_all(model, variant)? } else { (None, Choices::new()) };
        steps.push(Step { images, variant, choice, chosen });
    }
    Ok(steps)
}

/// The choice after which every follow-up can be had; none, if what is offered first does.
fn open_to_all<'a>(model: &Model, variant: &'a Variant) -> anyhow::Result<(Option<&'a Choice>, Choices)> {
    let is_open = |chosen: &Choices| model.follow_ups_of(chosen, None).count() == model.follow_ups.len();
    let usual = variant.complete(&Choices::new());
    if is_open(&usual) {
        return Ok((None, usual));
    }
    let choices = variant.options.iter().flat_map(|option| option.choices.iter().map(move |choice| (option, choice)));
    let mut open = choices.filter_map(|(option, choice)| {
        let mut chosen = usual.clone();
        chosen.insert(option.field.clone(), choice.value.clone());
        is_open(&chosen).then_some((Some(choice), chosen))
    });
    open.next().context("no choice leaves all follow-ups")
}

impl Step<'_> {
    fn name(&self) -> String {
        match self.images {
            0 => "from words".to_owned(),
            1 => "from an image".to_owned(),
            images => format!("from {images} images"),
        }
    }

    fn price(&self) -> u32 {
        self.variant.price(&self.chosen, self.images)
    }

    async fn play(&self, person: &mut Person, model: &Model, words: &str) -> anyhow::Result<Seen> {
        let order = Order::from_words(&model.name, words).with_images(self.images);
        let mut card = person.fills_in(order).await?;
        if let Some(choice) = self.choice {
            let label =
                choice.label.as_ref().map_or_else(|| choice.value.to_string(), |label| label.get("en").to_owned());
            card = person.chooses(&card, &label).await?;
        }
        person.presses(&card, &format!("✨ Generate · {}", credits(self.price()))).await?;
        person.sees_video(words).await
    }
}

/// Makes something of a video, and waits for it.
async fn make_of(person: &mut Person, video: &Seen, words: &str, kind: FollowUpKind) -> anyhow::Result<()> {
    let (button, how) = match kind {
        FollowUpKind::Extend => {
            let next = format!("{words}: it sails on");
            person.presses(video, "➕ Continue").await?;
            person.sees("What should happen next in your video?").await?;
            person.sends(&next).await?;
            let card = person.sees_card(&next, 0).await?;
            person.presses(&card, "✨ Generate").await?;
            return person.sees_video_made(&next, "continued").await.map(drop);
        }
        FollowUpKind::Upscale => ("🔍 Sharper", "sharper"),
        FollowUpKind::FullHd => ("🔍 1080p", "1080p"),
        FollowUpKind::UltraHd => ("🔍 4K", "4K"),
    };
    person.presses(video, button).await?;
    person.sees_video_made(words, how).await.map(drop)
}

/// Finer versions of Veo's are asked for by the name of the earlier task.
const fn makes_a_task(kind: FollowUpKind) -> bool {
    match kind {
        FollowUpKind::Extend | FollowUpKind::Upscale => true,
        FollowUpKind::FullHd | FollowUpKind::UltraHd => false,
    }
}

fn price_of(follow_up: &FollowUp) -> u32 {
    follow_up.variant.price(&Choices::new(), 0)
}

/// Few packs that make at least so many credits.
fn packs_for(price: u32, packs: &[u32]) -> Vec<u32> {
    let mut bought = Vec::new();
    let mut missing = price;
    while missing > 0 {
        let enough = packs.iter().copied().filter(|pack| *pack >= missing).min();
        let Some(pack) = enough.or_else(|| packs.iter().copied().max()) else { break };
        bought.push(pack);
        missing = missing.saturating_sub(pack);
    }
    bought
}

fn credits(credits: u32) -> String {
    if credits == 1 { "1 credit".to_owned() } else { format!("{credits} credits") }
}
