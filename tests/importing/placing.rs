//! Where what is imported goes.
