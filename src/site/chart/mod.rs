//! Drawings: SVG made at build time, coloured by classes, with the geometry in
//! attributes.

mod compass;
mod layered;
mod line;
mod node;
mod small;
mod svg;
mod text;

pub(super) use compass::{Arrow, Compass, Group};
pub(super) use layered::{Layered, Line, Stop, layered};
pub(super) use line::Drawing;
pub(super) use node::{Frame, Node};
pub(super) use svg::{number, put};
