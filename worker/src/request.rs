//! The fields that are sent to the provider for an order. The model's name, the callback and the frame round them are
//! the client's.

use serde_json::Value;
use shared::catalog::{ImageShape, Variant};
use shared::job::{GenerationJob, OptionValue};
use url::Url;

use crate::kie::Fields;

/// Fixed fields, completed options, the prompt, the earlier task, and the uploaded images in the variant's shape. Nothing
/// else: some models refuse a field that they do not know.
#[must_use]
pub fn fields(variant: &Variant, order: &GenerationJob, images: &[Url]) -> Fields {
    let mut fields: Fields = variant.fixed.clone().into_iter().collect();
    fields.extend(variant.complete(&order.options).into_iter().map(|(field, value)| (field, wire(value))));
    if variant.prompt_chars_max > 0 {
        fields.insert("prompt".to_owned(), order.prompt.as_str().into());
    }
    if let (Some(field), Some(earlier)) = (&variant.task_field, &order.follow_up) {
        fields.insert(field.clone(), earlier.task.as_str().into());
    }
    let slots = variant.images.iter().flat_map(|inputs| &inputs.slots);
    for (slot, url) in slots.zip(images) {
        let url = Value::from(url.as_str());
        match (slot.shape, fields.get_mut(&slot.field)) {
            (ImageShape::List, Some(Value::Array(urls))) => urls.push(url),
            (ImageShape::List, _) => _ = fields.insert(slot.field.clone(), vec![url].into()),
            (ImageShape::Single, _) => _ = fields.insert(slot.field.clone(), url),
        }
    }
    fields
}

fn wire(value: OptionValue) -> Value {
    match value {
        OptionValue::Bool(value) => value.into(),
        OptionValue::Integer(value) => value.into(),
        OptionValue::Text(value) => value.into(),
    }
}
