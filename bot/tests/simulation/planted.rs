//! Faults planted between the core and the world.
