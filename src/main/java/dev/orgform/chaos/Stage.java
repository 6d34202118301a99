package dev.orgform.chaos;

/** Everything that one simulation has one of. */
record Stage(
    long seed,
    Situation situation,
    Engine engine,
    SimulatedTime time,
    Fate fate,
    SimulatedDisk disk,
    Judge judge,
    Wire wire) {}
