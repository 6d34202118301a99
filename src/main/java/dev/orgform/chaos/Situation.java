package dev.orgform.chaos;

import dev.orgform.api.Credentials;
import dev.orgform.model.Desired;
import dev.orgform.sandbox.Estate;
import dev.orgform.sandbox.Knobs;

/**
 * What a simulation begins with.
 *
 * @param desired what the YAML says, the same for all its runs
 * @param estate what is live
 * @param knobs how the sandbox answers what the documents leave open
 * @param credentials who asks
 * @param parallelism how many requests may be under way
 * @param quota how many requests the sandbox allows in five minutes
 * @param troubledRuns after how many runs nothing goes wrong any more
 */
record Situation(
    Desired desired,
    Estate estate,
    Knobs knobs,
    Credentials credentials,
    int parallelism,
    int quota,
    int troubledRuns) {}
