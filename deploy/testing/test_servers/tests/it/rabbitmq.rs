//! The private RabbitMQ does what tests rely on.

use test_servers::rabbitmq::RabbitMq;

#[tokio::test]
async fn it_starts_obeys_and_is_gone() {
    let started = std::time::Instant::now();
    let mut server = RabbitMq::start().await.unwrap();
    println!("started after {:?}", started.elapsed());
    server.memory_alarm(true).await.unwrap();
    assert_eq!(server.eval("length(rabbit_alarm:get_alarms()).".to_owned()).await.unwrap(), "1");
    server.memory_alarm(false).await.unwrap();
    assert_eq!(server.eval("length(rabbit_alarm:get_alarms()).".to_owned()).await.unwrap(), "0");

    let started = std::time::Instant::now();
    server.restart().await.unwrap();
    println!("restarted after {:?}", started.elapsed());
    let address = server.url().replace("amqp://guest:guest@", "");
    drop(server);
    assert!(tokio::net::TcpStream::connect(address).await.is_err());
}
