//! Seeing what changes on disk.
