package dev.orgform.cli;

import java.util.Optional;

/**
 * What a run that may change something is about, as history tells it.
 *
 * @param command what was called: {@code apply}
 * @param origin where in Git the configuration is from
 * @param plan the name of the saved plan that it uses up; empty where there is none
 */
record Undertaking(String command, Origin origin, Optional<String> plan) {}
