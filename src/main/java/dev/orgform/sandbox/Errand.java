package dev.orgform.sandbox;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * What one request is about to meet.
 *
 * @param acts whether it has its effect, or is answered as if it had
 * @param veil what lies over an organization that it creates
 * @param closed with what the gate sends it away, if it does
 * @param changed hears what a mutation did, after it is kept
 */
record Errand(boolean acts, Veil veil, Optional<Denied> closed, Consumer<Change> changed) {
  Errand acting(boolean acts) {
    return new Errand(acts, veil, closed, changed);
  }
}
