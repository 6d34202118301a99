package dev.orgform.documents;

import dev.orgform.model.Place;

/**
 * Where in the configuration something is said.
 *
 * @param file as given by the user or found below what they gave
 * @param line from 1; 0 for the whole file
 * @param column from 1, in code points; 0 for the whole file
 */
public record Source(String file, int line, int column) {
  static Source of(Place place) {
    return new Source(place.file(), place.line(), place.column());
  }
}
