//! Messages that an operator forwards to the bot, to show it whom they mean.

use serde_json::{Value, json};

use super::world::World;

async fn forward(world: &World, message: &Value) -> (u16, Value) {
    let order = json!({ "chat": message["chat"]["id"], "message_id": message["message_id"] });
    let response = world.http.post(format!("{}/chat/api/olga/forward", world.base)).json(&order).send().await.unwrap();
    (response.status().as_u16(), response.json().await.unwrap())
}

#[tokio::test]
async fn a_forwarded_message_names_its_author() {
    let (world, ann) = World::with_ann().await;
    let olga = world.person("Olga").await;
    let said = world.says("ann", "*Help* me, /start").await;
    world.read_all().await;
    let (status, _) = forward(&world, &said).await;
    assert_eq!(status, 200);
    let heard = world.next_update("message").await;
    assert_eq!((&heard["from"]["id"], &heard["chat"]["id"]), (&json!(olga), &json!(olga)));
    assert_eq!((&heard["text"], &heard["entities"]), (&said["text"], &said["entities"]));
    let origin = &heard["forward_origin"];
    assert_eq!((&origin["type"], &origin["sender_user"]["id"]), (&json!("user"), &json!(ann)));
    assert_eq!(origin["date"], said["date"]);
    // Forwarded once more, it still says who wrote it.
    forward(&world, &heard).await;
    assert_eq!(&world.next_update("message").await["forward_origin"], origin);
}

#[tokio::test]
async fn whoever_hides_their_account_is_named_by_their_first_name_alone() {
    let (world, _) = World::with_ann().await;
    world.person("Olga").await;
    world.post("/chat/api/ann/privacy", json!({ "hides_account": true })).await;
    assert_eq!(world.get("/chat/api/ann/state").await["hides_account"], true);
    let photo = world.sends_files("ann", "file", "photo", &["Look"]).await;
    world.read_all().await;
    forward(&world, &photo).await;
    let heard = world.next_update("message").await;
    assert_eq!((&heard["photo"], &heard["caption"]), (&photo["photo"], &json!("Look")));
    let origin = &heard["forward_origin"];
    assert_eq!((&origin["type"], &origin["sender_user_name"]), (&json!("hidden_user"), &json!("ann")));
    assert_eq!(origin.get("sender_user"), None);
}

#[tokio::test]
async fn what_is_no_message_cannot_be_forwarded() {
    let (world, ann) = World::with_ann().await;
    world.person("Olga").await;
    let note = world.post("/chat/api/ann/service", json!({ "kind": "timer" })).await;
    let nothing = json!({ "chat": { "id": ann }, "message_id": 99_999 });
    for (message, why) in [(&note, "This message cannot be forwarded."), (&nothing, "There is no message to forward.")]
    {
        let (status, answer) = forward(&world, message).await;
        assert_eq!((status, answer["error"].as_str()), (400, Some(why)));
    }
}
