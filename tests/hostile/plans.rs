//! Plans made by chance.

use proptest::prelude::{ProptestConfig, proptest};

use super::arbitrary::plan;
use super::targets::whole;

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_sound_of_any_plan_becomes_a_sound_site(texts in plan()) {
        whole::site(&texts);
    }
}
