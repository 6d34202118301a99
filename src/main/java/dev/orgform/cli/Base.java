package dev.orgform.cli;

import dev.orgform.model.Desired;
import dev.orgform.model.Policy;

/**
 * What the configuration is compared with, so that a plan knows what was changed.
 *
 * @param desired what was wanted then
 * @param policy what the guard file said then; may be stricter than now
 * @param described for the head of a plan, such as {@code main (3f2a1bc)}; names in it are the
 *     user's own words
 */
record Base(Desired desired, Policy policy, String described) {}
