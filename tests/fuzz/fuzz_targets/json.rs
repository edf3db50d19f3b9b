#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| wanyi_fuzz::json(data));
