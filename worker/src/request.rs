//! The fields that are sent to the provider for an order. The model's name, the callback and the frame round them are
//! the client's.

use serde_json::Value;
use shared::catalog::{ImageShape, Variant};
use shared::job::{GenerationJob, OptionValue};
use url::Url;

use crate::kie::Fields;

/// Fixed fields, completed options, the prompt, and the uploaded image in the variant's shape. Nothing else: some
/// models refuse a field that they do not know.
#[must_use]
pub fn fields(variant: &Variant, order: &GenerationJob, image: Option<&Url>) -> Fields {
    let fixed = variant.fixed.iter().map(|(field, value)| (field.clone(), value.clone()));
    let chosen = variant.complete(&order.options);
    let mut fields: Fields = fixed.chain(chosen).map(|(field, value)| (field, wire(value))).collect();
    fields.insert("prompt".to_owned(), order.prompt.as_str().into());
    if let (Some(input), Some(url)) = (&variant.image, image) {
        let url = Value::from(url.as_str());
        let value = match input.shape {
            ImageShape::Single => url,
            ImageShape::List => Value::from(vec![url]),
        };
        fields.insert(input.field.clone(), value);
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
