package dev.orgform.kinds;

import dev.orgform.apply.Means;
import dev.orgform.apply.Writes;
import dev.orgform.live.Reads;
import dev.orgform.live.Said;
import dev.orgform.model.Kind;
import java.util.function.Function;

/** A kind with the two halves of its API, which are kept apart so that a plan holds only one. */
public record Noun(Kind kind, Function<Said, Reads> reads, Function<Means, Writes> writes) {}
