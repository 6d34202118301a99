package dev.orgform.model;

import java.util.Optional;

/**
 * One thing, as somebody wants it or as it is.
 *
 * @param address what it is called here
 * @param kind what it is
 * @param id the API's id: where desired, the one that was pinned; where live, always there for
 *     kinds that have one
 * @param fields what is said of it
 * @param place the file it is declared in; nowhere for live objects
 */
public record Resource(
    Address address, Kind kind, Optional<String> id, Fields fields, Optional<Place> place) {

  public Resource {
    if (!address.kind().equals(kind.name())) {
      throw new IllegalArgumentException(address + " is not of kind " + kind.name());
    }
  }

  /** What people call it: a name, an e-mail, a label; empty for kinds without one. */
  public String label() {
    var word =
        switch (kind.form()) {
          case Kind.Form.Branch branch -> fields.get("name");
          case Kind.Form.Block block -> Value.none();
          case Kind.Form.Roster roster -> fields.get(roster.email());
          case Kind.Form.Labelled labelled -> fields.get(labelled.label());
        };
    return word instanceof Value.Text text ? text.text() : "";
  }

  public Resource at(Address other) {
    return new Resource(other, kind, id, fields, place);
  }

  public Resource with(Fields other) {
    return new Resource(address, kind, id, other, place);
  }
}
