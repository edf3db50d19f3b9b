//! The program as its users run it: what it reads, what it writes, and what is left of it where it is ended.

#![cfg(test)]
#![cfg(unix)]

mod formats;
mod interrupted;
mod memory;
mod readme;
mod refused;
mod support;
mod tables;
