use std::time::Duration;

pub fn wait_for_train(seconds: u64) -> u64 {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .build()
        .unwrap();
    runtime.block_on(async { tokio::time::sleep(Duration::from_secs(seconds)).await });
    seconds
}
