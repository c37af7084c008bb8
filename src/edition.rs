//! What an audience may see of a plan.
//!
//! Everything after this stage works on its result, so that nothing hidden
//! can leak by oversight. Today every audience sees the whole plan: audiences
//! and editions are read and checked, and not yet applied.

use std::sync::Arc;

use crate::plan::Plan;

/// The plan as the whole organisation may see it.
pub fn whole(plan: Arc<Plan>) -> Arc<Plan> {
    plan
}

/// Whether anything is marked for an audience, and so would be hidden from
/// others if audiences were applied.
pub fn has_marks(plan: &Plan) -> bool {
    plan.bodies().any(|(_, body)| {
        let document = &body.document;
        document.matter.get("audience").is_some() || !document.audience_blocks.is_empty()
    })
}
